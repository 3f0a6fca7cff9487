"""Where a story stands, as tables: texts that glance at other times, and what their dates without a year mean."""

from __future__ import annotations

import pytest

from tests.normalise.test_resolve import values

ON = "2014-05-06"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what counts backwards, stands in brackets or is planned moves nothing
        ("In March 1965 the fleet came. The fort had fallen two decades earlier. In June 1965 it rained. By December all was lost.",
         ["1965-03", "1945", "1965-06", "1965-12"]),
        ("In April 1937 the town burned (a memorial was unveiled in 1987). In May 1937 there was fighting. In June the coast was lost.",
         ["1937-04", "1987", "1937-05", "1937-06"]),
        ("It began in July 1874. The line, planned for 1876, grew. In October 1874 it reached the hills. In November it stopped.",
         ["1874-07", "1876", "1874-10", "1874-11"]),
        # a far date amid a sentence is a glance, one that opens or closes a sentence is not
        ("In August 1864 they met. A paper published in 1905 denies it. In October 1864 it rained. They met again on 4 November.",
         ["1864-08", "1905", "1864-10", "1864-11-04"]),
        ("She taught from 1893 to 1901. In 1902 she wrote. She retired in 1926. In October her portrait was hung.",
         ["1893/1901", "1902", "1926", "1926-10"]),
        # what stands before the date tells whether it leads on or looks back
        ("In March 1845 they landed. In April 1845 they dug. By December 1845 they left. Their ship had come in September.",
         ["1845-03", "1845-04", "1845-12", "1845-09"]),
        ("In March 1845 they landed. In May 1845 it rained. In July 1845 it stopped. They were gone by the end of April.",
         ["1845-03", "1845-05", "1845-07", "1846-04"]),
        # one day told in full elsewhere is another one, once the story is years from it
        ("They struck on 22 June 1941. In 1942 they stood. In May 1944 the west waited. On 22 June the east moved.",
         ["1941-06-22", "1942", "1944-05", "1944-06-22"]),
        # a season goes with where the story stands
        ("The call went out in September 1811. The host gathered in October 1811. Early in spring it moved. In June 1812 it crossed.",
         ["1811-09", "1811-10", "1812-21", "1812-06"]),
        # a day told alone is of the month told before; a night belongs to the day on which it begins
        ("It was sealed on 8 May 1521 and signed on the 26th. In March 1522 he came back, on the night of the 6th.",
         ["1521-05-08", "1521-05-26", "1522-03", "1522-03-06"]),
        ("They left Hobart on 2 January 1911. By the middle of February a hut stood. The sun set for four months on 24 April. "
         "They marched in October. On 17 January they were there. The ship came in January 1913.",
         ["1911-01-02", "1911-02", "P4M", "1911-04-24", "1911-10", "1912-01-17", "1913-01"]),
        # what "had" come before is a glance back, however its sentence ends; one sentence goes forward
        ("Men drifted back in January 1914. The union had been founded in January 1909. In May 1914 they met. In June its hall was sold.",
         ["1914-01", "1909-01", "1914-05", "1914-06"]),
        ("He married in April 1653; in December he joined the guild. In October 1654 the tower blew up.",
         ["1653-04", "1653-12", "1654-10"]),
        # a month told in full is left behind once the story has gone on
        ("The first spade was put in on 25 April 1859. Forced labour ended in 1864. His award of 6 July cost millions. In May 1869 it opened.",
         ["1859-04-25", "1864", "1864-07-06", "1869-05"]),
        # a look ahead, a name and what followed something move nothing
        ("Troops came in March 1865. They were 3,500; their number grew to 90,000 by December. In May they were beaten. In June 1865 it rained.",
         ["1865-03", "1865-12", "1865-05", "1865-06"]),
        ("The tolls of March 1908 were low. In April 1908 they passed the May 1907 high. In early May they rose. In June 1908 they fell.",
         ["1908-03", "1908-04", "1907-05", "1908-05", "1908-06"]),
        ("The new house met on 20 May 1806. This followed the election in December 1805. On 23 November the worst came. In 1807 it ended.",
         ["1806-05-20", "1805-12", "1806-11-23", "1807"]),
        # a month of the sentence's own date, whatever the story told before
        ("In 1770 he entered the service. In April 1778 he left. He was ill in May 1786 and at work in June. In 1788 he died.",
         ["1770", "1778-04", "1786-05", "1786-06", "1788"]),
        # the sentence goes on to a date in full
        ("The war began in May 1941. The next year was bad. In 1943 they turned. They took the cape in August and the city in September 1942.",
         ["1941-05", "1942", "1943", "1942-08", "1942-09"]),
        # who is quoted speaks of his own day
        ('The council met on 3 June 1864. "This year, as ten years ago, we starve," it wrote. In May 1865 it was dissolved.',
         ["1864-06-03", "1864", "1854", "1865-05"]),
        # after a season glanced at, a month is counted from the story
        ("The convoy sailed on 28 September 1942. By 6 October 1942 it was lost. The previous spring nine ships sank. Men reached port later that month.",
         ["1942-09-28", "1942-10-06", "1942-21", "1942-10"]),
        # years of two digits and months of the next year go with the story
        ("In February 1848 the king fled. In May 1848 they met. By '49 all was over, and in March of the following year he died.",
         ["1848-02", "1848-05", "1849", "1850-03"]),
        # before Christ
        ("In the 470s BC they fought. Early in the next decade he sailed. In 387 BC peace undid the previous century.",
         ["-0478/-0469", "-0468/-0459", "-0386", "-0499/-0400"]),
    ],
)  # fmt: skip
def test_dates_go_with_where_the_story_stands(text: str, expected: list[str]) -> None:
    assert values(text, ON) == expected


CHRONICLE = f" The harvest failed in {', '.join(map(str, range(1850, 1890)))}."
"""What makes a text a history, told after it."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In April 1875 he resigned. He had been tricked into signing two years ago.", ["1875-04", "1873"]),
        ("In May 1875 all was over. The worst event of this year was the fire.", ["1875-05", "1875"]),
        ("In May 1875 all was over. The keep is a ruin today.", ["1875-05", ON]),
    ],
)
def test_who_tells_of_long_ago_counts_from_then(text: str, expected: list[str]) -> None:
    assert values(text + CHRONICLE, ON)[: len(expected)] == expected


def test_a_history_without_a_date_of_its_own_is_one_too() -> None:
    text = (
        "The rebels took the port in July 1936. In August they marched. In October the convoys came. "
        "In February 1938 the city was retaken, and by April they saw the sea. The capital fell on 28 March 1939."
    )
    assert values(text) == ["1936-07", "1936-08", "1936-10", "1938-02", "1938-04", "1939-03-28"]
