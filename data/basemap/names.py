# SPDX-License-Identifier: GPL-3.0-or-later
"""What a place is called in each language the map has.

The table of names that were checked by hand comes first, then what GeoNames
says, then, for Russian, a spelling by rule of the name in the country's own
language. English always has a name, Lithuanian and Polish may go by it; Belarusian
and Russian may go by each other, and one of the two is always there, so that no
language is ever shown in a script that is not its own."""

import csv
import re
import unicodedata

LANGUAGES = ('en', 'lt', 'be', 'ru', 'pl')
CYRILLIC = ('be', 'ru')

# GeoNames' names that begin with what kind of place it is: town, township, farm town, village.
KIND_OF_PLACE = re.compile(r'^(Горад|Город|Гарадскі пасёлак|Пасёлак|Аграгарадок|Посёлок|Вёска|Posëlok) ')

# Rules, tried in order at each letter; a name is in small letters with ^ before and $ behind.
RULES = {
    'LT': '''^je=е ^ju=ю ^ja=я ^e=э iai=яй iau=яу iui=юй ai=ай ei=ей ui=уй ie=е ia=я ią=я iu=ю ių=ю iū=ю io=ё
             jo=йо ja=я ją=я ju=ю jų=ю jū=ю je=е jė=е ji=йи dž=дж šč=щ ch=х a=а ą=а b=б c=ц č=ч d=д e=е ę=е ė=е f=ф
             g=г h=х i=и į=и y=и j=й k=к l=л m=м n=н o=о p=п r=р s=с š=ш t=т u=у ū=у ų=у v=в z=з ž=ж''',
    'LV': '''^je=е ^jē=е ^ju=ю ^jū=ю ^ja=я ^jā=я ^e=э ^ē=э ja=я jā=я ju=ю jū=ю je=е jē=е ai=ай ei=ей ui=уй dž=дж šč=щ
             ļa=ля ļe=ле ļi=ли ļu=лю ņa=ня ņe=не ņi=ни ņu=ню ķe=ке ģe=ге ļ=ль ņ=нь ķ=к ģ=г a=а ā=а b=б c=ц č=ч d=д e=е ē=е f=ф g=г h=х
             i=и ī=и j=й k=к l=л m=м n=н o=о p=п r=р s=с š=ш t=т u=у ū=у v=в z=з ž=ж''',
    'EE': '''^jõ=йы ^e=э ^ä=э ^ö=э ^ü=ю ja=я ju=ю je=е jä=я jõ=йы ai=ай ei=ей ui=уй oi=ой õi=ый ia=ия a=а b=б d=д e=е f=ф
             g=г h=х i=и j=й k=к l=л m=м n=н o=о p=п r=р s=с š=ш t=т u=у v=в z=з ž=ж õ=ы ä=я ö=ё ü=ю''',
    'PL': '''^je=е ^ja=я ^ję=ен ^ją=ён ^ju=ю ^jó=ю ^jo=йо ^e=э szcz=щ dzi$=дзи dzia=дзя dzie=дзе dzią=дзён dzię=дзен
             dziu=дзю dzió=дзю dzio=дзё dzi=дзи dź=дзь dż=дж drz=дж chy=хи czy=чи szy=ши ży=жи rzy=жи cz=ч sz=ш ch=х prz=пш trz=тш krz=кш rz=ж
             ły$=лы ia$=я ia=я ie=е io=ё iu=ю ió=ю ią=ён ię=ен jąb=ёмб jęb=емб ja=я je=е ją=ён ję=ен jo=ё ju=ю jó=ю ji=и
             ąb=омб ąp=омп ęb=емб ęp=емп ą=он ę=ен la=ля lą=лён lę=лен le=ле lo=лё ló=лю lu=лю li=ли l=ль
             niu=ню ń=нь ś=сь ź=зь ć=ць cy=цы a=а b=б c=ц d=д e=е f=ф g=г h=х i=и j=й k=к ł=л
             m=м n=н o=о ó=у p=п r=р s=с t=т u=у v=в w=в x=кс y=ы z=з ż=ж''',
    # As maps in English spell Belarusian, Russian and Ukrainian.
    'BGN': '''^ye=е ^e=э shch=щ sch=щ yo=ё yë=ё ya=я ye=е yu=ю yi=и kh=х zh=ж ch=ч sh=ш ts=ц iya=ия iy=ий yy=ый ay=ай ey=ей oy=ой
              a=а b=б c=ц č=ч d=д e=е ë=ё f=ф g=г h=г i=и ï=и j=й k=к l=л ł=л m=м n=н o=о p=п r=р s=с š=ш t=т u=у ŭ=в v=в
              w=в y=ы z=з ž=ж ĺ=ль ń=нь ś=сь''',
}


def parse_rules(text):
    return [tuple(rule.split('=')) for rule in text.split()]


PARSED = {country: parse_rules(text) for country, text in RULES.items()}


def transcribe_word(word, rules):
    text, result, at = f'^{word.lower()}$', '', 1
    while at < len(text) - 1:
        for pattern, letters in rules:
            # At a word's beginning the caret is still before what is to be read.
            start = at - 1 if pattern[0] == '^' else at
            if (at == 1 or pattern[0] != '^') and text.startswith(pattern, start):
                result += letters
                at = start + len(pattern.rstrip('$'))
                break
        else:
            at += 1
    return result[:1].upper() + result[1:]


def transcribe(name, country):
    """A name by rule in Russian letters."""
    rules = PARSED.get(country, PARSED['BGN'])
    return re.sub(r'[^\W\d_]+', lambda word: transcribe_word(word.group(), rules), name)


def scripts(name):
    """The first words of its letters' Unicode names: LATIN, CYRILLIC."""
    return {unicodedata.name(letter).split()[0] for letter in name if letter.isalpha()}


def clean(name, language):
    """A name as a map has it, or nothing if it is in another script."""
    name = KIND_OF_PLACE.sub('', name.split(',')[0]).split(' (')[0].strip()
    if language in CYRILLIC:
        # Some have a Latin letter that looks like the right one.
        if 'CYRILLIC' in scripts(name):
            name = name.translate(str.maketrans('aceiopxyACEIOPX', 'асеіорхуАСЕІОРХ'))
        return name if scripts(name) == {'CYRILLIC'} else ''
    # The apostrophes of romanised names stand for a letter English does not have.
    return re.sub(r"[’'ʼ]", '', name) if scripts(name) == {'LATIN'} else ''


class Table:
    """The hand-checked names, by GeoNames' number."""

    def __init__(self, path):
        with open(path, encoding='utf-8', newline='') as file:
            self.rows = {int(row['geonameid']): row for row in csv.DictReader(file)}

    def names_of(self, place):
        """The names of a place in the order of LANGUAGES; empty where another one stands in."""
        checked = self.rows.get(place['geonameid'], {})
        found = {language: checked.get(language) or clean(place['names'].get(language, ''), language)
                 for language in LANGUAGES}
        if not found['ru'] and not found['be']:
            found['ru'] = transcribe(found['en'], place['country'])
        if found['be'] == found['ru']:
            found['be'] = ''
        return [found[language] for language in LANGUAGES]
