"""Places that English texts name most: countries, capitals, regions, and the adjectives made of them.

Goes out: `PLACES`, `DEMONYMS`, `SAME_PLACES`. Names as written; a modest list, not a gazetteer.
"""

from __future__ import annotations

from types import MappingProxyType

_PLACES = """
Afghanistan, Albania, Algeria, Andorra, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahamas, Bahrain,
Bangladesh, Barbados, Belarus, Belgium, Belize, Benin, Bhutan, Bolivia, Bosnia, Bosnia and Herzegovina, Botswana,
Brazil, Britain, Great Britain, Brunei, Bulgaria, Burkina Faso, Burma, Burundi, Cambodia, Cameroon, Canada, Cape
Verde, Central African Republic, Chile, China, Colombia, Comoros, Congo, Costa Rica, Croatia, Cuba, Cyprus, Czechia,
Czech Republic, Czechoslovakia, Denmark, Djibouti, Dominican Republic, East Germany, East Timor, Ecuador, Egypt, El
Salvador, England, Eritrea, Estonia, Eswatini, Ethiopia, Fiji, Finland, France, Gabon, Gambia, Gaza, Gaza Strip,
Georgia, Germany, Ghana, Greece, Greenland, Grenada, Guatemala, Guinea, Guyana, Haiti, Honduras, Hong Kong, Hungary,
Iceland, India, Indonesia, Iran, Iraq, Ireland, Israel, Italy, Ivory Coast, Jamaica, Japan, Jordan, Kashmir,
Kazakhstan, Kenya, Kosovo, Kuwait, Kyrgyzstan, Laos, Latvia, Lebanon, Lesotho, Liberia, Libya, Liechtenstein,
Lithuania, Luxembourg, Macau, Macedonia, Madagascar, Malawi, Malaysia, Maldives, Mali, Malta, Mauritania, Mauritius,
Mexico, Moldova, Monaco, Mongolia, Montenegro, Morocco, Mozambique, Myanmar, Namibia, Nepal, Netherlands, the
Netherlands, New Zealand, Nicaragua, Niger, Nigeria, North Korea, North Macedonia, Northern Ireland, Norway, Oman,
Pakistan, Palestine, Panama, Papua New Guinea, Paraguay, Persia, Peru, Philippines, Poland, Portugal, Prussia, Puerto
Rico, Qatar, Romania, Russia, Rwanda, Saudi Arabia, Scotland, Senegal, Serbia, Seychelles, Sierra Leone, Singapore,
Slovakia, Slovenia, Somalia, South Africa, South Korea, South Sudan, Soviet Union, Spain, Sri Lanka, Sudan, Suriname,
Sweden, Switzerland, Syria, Taiwan, Tajikistan, Tanzania, Thailand, Tibet, Togo, Tonga, Trinidad and Tobago, Tunisia,
Turkey, Türkiye, Turkmenistan, Uganda, Ukraine, United Arab Emirates, UAE, United Kingdom, UK, U.K., United States,
US, U.S., USA, USSR, Uruguay, Uzbekistan, Vatican, Vatican City, Venezuela, Vietnam, Wales, West Bank, West Germany,
Yemen, Yugoslavia, Zambia, Zimbabwe, Abu Dhabi, Abuja, Acapulco, Accra, Addis Ababa, Adelaide, Aden, Aleppo, Algiers,
Almaty, Amman, Amsterdam, Andorra la Vella, Ankara, Antananarivo, Antwerp, Ashgabat, Asmara, Astana, Asuncion,
Asunción, Athens, Atlanta, Auckland, Baghdad, Baku, Bali, Baltimore, Bamako, Bangalore, Bangkok, Bangui, Banjul,
Barcelona, Basel, Basra, Beijing, Beirut, Belfast, Belgrade, Belmopan, Benghazi, Bergen, Berlin, Bern, Bethlehem,
Birmingham, Bishkek, Bissau, Bogotá, Bogota, Bombay, Bonn, Boston, Brasília, Brasilia, Bratislava, Brazzaville,
Bridgetown, Brisbane, Bristol, Brussels, Bucharest, Budapest, Buenos Aires, Bujumbura, Bukavu, Busan, Cairo, Calcutta,
Calgary, Canberra, Cape Town, Caracas, Cardiff, Casablanca, Cebu, Chechnya, Chennai, Chicago, Chisinau, Chittagong,
Christchurch, Cologne, Colombo, Conakry, Constantinople, Copenhagen, Crimea, Da Nang, Dakar, Dallas, Damascus, Dar es
Salaam, Dar-es-Salaam, Davao, Delhi, Denver, Detroit, Dhaka, Dili, Dodoma, Doha, Donetsk, Dresden, Dubai, Dublin,
Durban, Dushanbe, Edinburgh, Edmonton, Eilat, Fallujah, Florence, Fortaleza, Frankfurt, Freetown, Fukushima, Gaborone,
Gaza City, Gdansk, Gdańsk, Geneva, Glasgow, Goma, Gothenburg, Grozny, Guadalajara, Guantanamo, Guatemala City,
Guayaquil, Hague, The Hague, Haifa, Hamburg, Hanoi, Harare, Havana, Hebron, Helsinki, Herat, Hiroshima, Ho Chi Minh
City, Hobart, Hodeidah, Homs, Honiara, Honolulu, Houston, Idlib, Islamabad, Istanbul, Jakarta, Jeddah, Jenin,
Jerusalem, Johannesburg, Juba, Kabul, Kampala, Kandahar, Kansas City, Karachi, Karbala, Kathmandu, Kazan, Khan Younis,
Kharkiv, Khartoum, Kherson, Kiev, Kigali, Kinshasa, Kirkuk, Kolkata, Krakow, Kraków, Kuala Lumpur, Kuwait City, Kyiv,
La Paz, Lagos, Lahore, Las Vegas, Latakia, Leeds, Leipzig, Leningrad, Libreville, Lilongwe, Lima, Lisbon, Liverpool,
Ljubljana, Lome, Lomé, London, Los Angeles, Luanda, Lubumbashi, Luhansk, Lusaka, Lviv, Lyon, Madrid, Malabo, Malmo,
Malmö, Managua, Manama, Manchester, Mandalay, Manila, Maputo, Maracaibo, Mariupol, Marrakesh, Marseille, Maseru,
Mecca, Medellin, Medellín, Medina, Melbourne, Mexico City, Miami, Miami Beach, Milan, Minneapolis, Minsk, Misrata,
Mogadishu, Mombasa, Monrovia, Monterrey, Montevideo, Montreal, Moroni, Moscow, Mosul, Mumbai, Munich, Muscat,
N'Djamena, Nablus, Nagasaki, Nairobi, Najaf, Naples, Nassau, Naypyidaw, New Delhi, New Orleans, New York, New York
City, Niamey, Nicosia, Nouakchott, Oakland, Odesa, Odessa, Oklahoma City, Osaka, Oslo, Ottawa, Ouagadougou, Palermo,
Panama City, Paramaribo, Paris, Perth, Peshawar, Philadelphia, Phnom Penh, Pittsburgh, Podgorica, Port Louis, Port
Moresby, Port of Spain, Port Vila, Port-au-Prince, Porto-Novo, Prague, Praia, Pretoria, Pristina, Pyongyang, Quebec,
Quetta, Quito, Rabat, Rafah, Ramallah, Rangoon, Raqqa, Recife, Reykjavik, Riga, Rio de Janeiro, Riyadh, Rome, Roseau,
Rotterdam, Sacramento, Saigon, Saint Petersburg, Salt Lake City, San Antonio, San Diego, San Francisco, San Jose, San
José, San Salvador, Sanaa, Santiago, Santo Domingo, São Paulo, Sarajevo, Seattle, Seoul, Sevastopol, Seville,
Shanghai, Sharjah, Sheffield, Skopje, Sofia, Srinagar, St. Petersburg, Stalingrad, Stockholm, Suva, Sydney, Taipei,
Tallinn, Tartus, Tashkent, Tbilisi, Tegucigalpa, Tehran, Tel Aviv, Thimphu, Tijuana, Tikrit, Tirana, Tokyo, Toronto,
Tripoli, Tunis, Turin, Ulaanbaatar, Vaduz, Valletta, Vancouver, Venice, Vienna, Vientiane, Vilnius, Vladivostok,
Warsaw, Washington, Washington D.C., Washington DC, Wellington, Windhoek, Winnipeg, Wuhan, Yangon, Yaounde, Yaoundé,
Yerevan, Zagreb, Zurich, Zürich,
Alabama, Alaska, Alberta, Arizona, Arkansas, Bavaria, British Columbia, California, Catalonia, Colorado, Connecticut,
Cornwall, Delaware, Donbas, Florida, Hawaii, Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Kurdistan, Louisiana,
Maine, Manitoba, Maryland, Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, New
Hampshire, New Jersey, New Mexico, New South Wales, North Carolina, North Dakota, Nova Scotia, Ohio, Oklahoma,
Ontario, Oregon, Pennsylvania, Punjab, Queensland, Rhode Island, Saskatchewan, Siberia, Sicily, Silesia, South
Carolina, South Dakota, Tasmania, Tennessee, Texas, Transylvania, Utah, Vermont, Victoria, Virginia, West Virginia,
Wisconsin, Wyoming, Xinjiang, Africa, Antarctica, Asia, Europe, North America, South America, Latin America, Middle
East, Balkans, Baltic, Caribbean, Caucasus, Scandinavia, Central Asia, Southeast Asia, East Asia, Western Europe,
Eastern Europe, Horn of Africa, Sahel, Black Sea, Red Sea, Mediterranean, Pacific, Atlantic, Arctic, Persian Gulf,
Suez, Suez Canal, Ala., Ariz., Ark., Calif., Colo., Conn., Del., Fla., Ga., Ill., Ind., Kan., Ky., La., Mass., Md.,
Mich., Minn., Miss., Mo., Mont., Neb., Nev., N.C., N.D., N.H., N.J., N.M., N.Y., Okla., Ore., Pa., R.I., S.C., S.D.,
Tenn., Tex., Va., Vt., Wash., Wis., W.Va., Wyo., D.C., Golan Heights, Sinai, Kremlin, White House, Kibbutz Nir Oz
"""
_CAPITALISED_ADJECTIVES = """
Afghan African Albanian Algerian American Arab Arabian Argentine Argentinian Armenian Asian Australian Austrian
Azerbaijani Bangladeshi Basque Bavarian Belarusian Belgian Bolivian Bosnian Brazilian British Bulgarian Burmese
Byzantine Cambodian Canadian Catalan Catholic Chechen Chilean Chinese Christian Colombian Communist Confederate
Conservative Croatian Cuban Cypriot Czech Danish Democratic Dutch Ecuadorian Egyptian English Estonian Ethiopian
European Filipino Finnish French Georgian German Ghanaian Greek Guatemalan Haitian Hindu Hungarian Icelandic Indian
Indonesian Iranian Iraqi Irish Islamic Islamist Israeli Italian Jamaican Japanese Jewish Jordanian Kashmiri Kazakh
Kenyan Korean Kosovar Kurdish Kuwaiti Latin Latvian Lebanese Liberal Libyan Lithuanian Malaysian Maltese Maoist
Marxist Mexican Moldovan Mongolian Moroccan Muslim Nazi Nepalese Nicaraguan Nigerian Nordic Norwegian Orthodox Ottoman
Pakistani Palestinian Panamanian Persian Peruvian Polish Portuguese Protestant Prussian Republican Roman Romanian
Russian Rwandan Saudi Scottish Senegalese Serbian Shia Shiite Sikh Slovak Slovenian Somali Soviet Spanish Sudanese
Sunni Swedish Swiss Syrian Taiwanese Tanzanian Thai Tibetan Tunisian Turkish Ugandan Ukrainian Uruguayan
Venezuelan Vietnamese Welsh Western Yemeni Yugoslav Zambian Zimbabwean Philippine
"""

PLACES = frozenset(place.strip() for place in _PLACES.replace("\n", " ").split(",") if place.strip())
DEMONYMS = frozenset(_CAPITALISED_ADJECTIVES.split())
SAME_PLACES = MappingProxyType(
    {
        **dict.fromkeys(("US", "U.S.", "USA", "U.S.A."), "United States"),
        **dict.fromkeys(("UK", "U.K."), "United Kingdom"),
        "UAE": "United Arab Emirates",
        "the Netherlands": "Netherlands",
        "New York City": "New York",
        "Washington DC": "Washington",
        "Washington D.C.": "Washington",
        "Gaza Strip": "Gaza",
    }
)
"""What is the same place by a shorter or longer name."""
