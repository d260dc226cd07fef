/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-basemap.h"

#include <math.h>
#include <string.h>

#include "psg-map-area.h"
#include "psg-mercator.h"

/* The shipped base map, and what becomes of it when its bytes are changed. */

static GBytes *
load_region (void)
{
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  g_file_get_contents (g_getenv ("PSG_BASEMAP"), &data, &size, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (data, size);
}

static PsgBasemap *
read_region (void)
{
  g_autoptr (GBytes) bytes = load_region ();
  g_autoptr (GError) error = NULL;
  PsgBasemap *map = psg_basemap_new_from_bytes (bytes, &error);

  g_assert_no_error (error);
  g_assert_nonnull (map);

  return map;
}

static const PsgBasemapPlace *
find_place (PsgBasemap *map,
            const char *name)
{
  for (guint i = 0; i < map->places->len; i++)
    {
      const PsgBasemapPlace *place = &g_array_index (map->places, PsgBasemapPlace, i);

      if (strcmp (place->names[PSG_BASEMAP_EN], name) == 0)
        return place;
    }

  g_test_message ("No %s", name);
  g_assert_not_reached ();
}

static void
test_region_is_whole (void)
{
  g_autoptr (PsgBasemap) map = read_region ();
  guint subject = 0;

  g_assert_cmpuint (map->zooms->len, ==, map->vertices->len);
  g_assert_cmpuint (map->countries->len, >, 5);
  g_assert_cmpuint (map->places->len, >, 1000);
  g_assert_cmpfloat_with_epsilon (psg_mercator_longitude (map->region.x0 / map->unit), 18.0, 1e-4);
  g_assert_cmpfloat_with_epsilon (psg_mercator_latitude (map->region.y1 / map->unit), 50.0, 1e-4);

  for (guint i = 0; i < map->borders->len; i++)
    {
      const PsgBasemapLine *line = &g_array_index (map->borders, PsgBasemapLine, i);

      if (line->grade == PSG_BORDER_SUBJECT)
        subject += psg_basemap_get_arc (map, line->ref)->n;
    }
  g_assert_cmpuint (subject, >, 3000);
}

static void
test_names_are_in_their_language (void)
{
  /* A capital, towns with a name of their own in each language, and one named by rule. */
  static const char *const cases[][PSG_BASEMAP_N_LANGUAGES] = {
    { "Minsk", "Minskas", "Мінск", "Минск", "Mińsk" },
    { "Vilnius", "Vilnius", "Вільня", "Вильнюс", "Wilno" },
    { "Kaunas", "Kaunas", "Коўна", "Каунас", "Kowno" },
    { "Hrodna", "Gardinas", "Гродна", "Гродно", "Grodno" },
    { "Lida", "Lyda", "Ліда", "Лида", "Lida" },
    { "Ashmyany", "Ašmena", "Ашмяны", "Ошмяны", "Oszmiana" },
    { "Astravets", "Astravas", "Астравец", "Островец", "Ostrowiec" },
    { "Druskininkai", "Druskininkai", "Друскенікі", "Друскининкай", "Druskieniki" },
    { "Šalčininkai", "Šalčininkai", "Салечнікі", "Шальчининкай", "Soleczniki" },
    { "Švenčionys", "Švenčionys", "Свянцяны", "Швенчёнис", "Święciany" },
    { "Vidzy", "Vidžiai", "Відзы", "Видзы", "Widze" },
    { "Suwałki", "Suvalkai", "Сувалкі", "Сувалки", "Suwałki" },
    { "Obeliai", "Obeliai", "Обеляй", "Обеляй", "Obeliai" },
  };
  g_autoptr (PsgBasemap) map = read_region ();

  g_assert_true (find_place (map, "Minsk")->capital);
  g_assert_cmpstr (find_place (map, "Minsk")->country, ==, "BY");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PsgBasemapPlace *place = find_place (map, cases[i][PSG_BASEMAP_EN]);

      for (guint language = 0; language < PSG_BASEMAP_N_LANGUAGES; language++)
        g_assert_cmpstr (psg_basemap_place_get_name (place, language), ==, cases[i][language]);
    }
}

/* Every letter of a name is of its language's script, and there are letters. */
static void
assert_fits (const char        *name,
             PsgBasemapLanguage language)
{
  gboolean cyrillic = language == PSG_BASEMAP_BE || language == PSG_BASEMAP_RU;
  GUnicodeScript wanted = cyrillic ? G_UNICODE_SCRIPT_CYRILLIC : G_UNICODE_SCRIPT_LATIN;
  guint letters = 0;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalpha (c) && g_unichar_get_script (c) != wanted)
        g_error ("In language %d: %s", language, name);
      letters += g_unichar_isalpha (c);
    }

  g_assert_cmpuint (letters, >, 0);
  g_assert_true (g_unichar_isupper (g_utf8_get_char (name)));
  g_assert_null (strpbrk (name, ",()"));
}

static void
test_every_name_is_in_its_languages_script (void)
{
  g_autoptr (PsgBasemap) map = read_region ();
  guint n;
  const PsgMapArea *areas = psg_map_areas_get (&n);

  for (guint language = 0; language < PSG_BASEMAP_N_LANGUAGES; language++)
    {
      for (guint i = 0; i < map->places->len; i++)
        assert_fits (psg_basemap_place_get_name (&g_array_index (map->places, PsgBasemapPlace, i), language),
                     language);
      for (guint i = 0; i < n; i++)
        assert_fits (areas[i].names[language], language);
    }
}

static void
test_language_is_the_first_there_is (void)
{
  static const struct { const char *preferred[4]; PsgBasemapLanguage language; } cases[] = {
    { { "lt" }, PSG_BASEMAP_LT },
    { { "lt_LT.UTF-8" }, PSG_BASEMAP_LT },
    { { "de", "be-BY", "ru" }, PSG_BASEMAP_BE },
    { { "lez", "pl" }, PSG_BASEMAP_PL },
    { { "de" }, PSG_BASEMAP_EN },
    { { NULL }, PSG_BASEMAP_EN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (psg_basemap_choose_language (cases[i].preferred), ==, cases[i].language);
  g_assert_cmpint (psg_basemap_choose_language (NULL), ==, PSG_BASEMAP_EN);
}

static void
assert_refused (const guint8   *data,
                gsize           size,
                PsgBasemapError code)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;

  g_assert_null (psg_basemap_new_from_bytes (bytes, &error));
  g_assert_error (error, PSG_BASEMAP_ERROR, (int) code);
}

static void
test_other_files_are_refused (void)
{
  static const char *const files[] = { "", "L", "LBM", "LBM2", "SQLite format 3", "<?xml" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    assert_refused ((const guint8 *) files[i], strlen (files[i]), PSG_BASEMAP_ERROR_NOT_A_BASEMAP);
}

static void
test_a_cut_file_is_refused (void)
{
  g_autoptr (GBytes) bytes = load_region ();
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (guint i = 4; i < 64; i++)
    assert_refused (data, i, PSG_BASEMAP_ERROR_DAMAGED);
  for (guint i = 0; i < 40; i++)
    assert_refused (data, g_test_rand_int_range (4, size), PSG_BASEMAP_ERROR_DAMAGED);
  assert_refused (data, size - 1, PSG_BASEMAP_ERROR_DAMAGED);
}

static void
test_a_longer_file_is_refused (void)
{
  g_autoptr (GBytes) bytes = load_region ();
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autofree guint8 *longer = g_malloc0 (size + 1);

  memcpy (longer, data, size);
  assert_refused (longer, size + 1, PSG_BASEMAP_ERROR_DAMAGED);
}

/* Counts of four thousand million things, and a number that never ends. */
static void
test_liars_get_no_memory (void)
{
  static const guint8 many[] = { 'L', 'B', 'M', '1', 25, 3, 0, 0, 1, 1, 0xff, 0xff, 0xff, 0xff, 0x0f, 2, 0, 0 };
  static const guint8 endless[] = { 'L', 'B', 'M', '1', 25, 3, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff };
  static const guint8 bits[] = { 'L', 'B', 'M', '1', 200, 3, 0, 0, 1, 1, 0 };

  assert_refused (many, sizeof many, PSG_BASEMAP_ERROR_DAMAGED);
  assert_refused (endless, sizeof endless, PSG_BASEMAP_ERROR_DAMAGED);
  assert_refused (bits, sizeof bits, PSG_BASEMAP_ERROR_DAMAGED);
}

static void
test_changed_bytes_do_no_harm (void)
{
  g_autoptr (GBytes) bytes = load_region ();
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (guint i = 0; i < 60; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) changed = NULL;
      g_autoptr (PsgBasemap) map = NULL;
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < 1 + i / 4; j++)
        copy[g_test_rand_int_range (4, size)] = g_test_rand_int_range (0, 256);
      changed = g_bytes_new_static (copy, size);
      map = psg_basemap_new_from_bytes (changed, &error);
      g_assert_true ((map == NULL) == (error != NULL));
      for (guint k = 0; map != NULL && k < map->refs->len; k++)
        g_assert_cmpuint (psg_basemap_get_arc (map, g_array_index (map->refs, gint32, k))->n, >=, 2);
    }
}

static void
test_mercator_there_and_back (void)
{
  for (int lat = -84; lat <= 84; lat += 7)
    for (int lon = -180; lon <= 180; lon += 30)
      {
        g_assert_cmpfloat_with_epsilon (psg_mercator_latitude (psg_mercator_y (lat)), lat, 1e-9);
        g_assert_cmpfloat_with_epsilon (psg_mercator_longitude (psg_mercator_x (lon)), lon, 1e-9);
      }
  g_assert_cmpfloat_with_epsilon (psg_mercator_x (0), 0.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (psg_mercator_y (0), 0.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (psg_mercator_y (90), 0, 1e-9);
  /* One degree along the equator is 111.32 km. */
  g_assert_cmpfloat_with_epsilon (psg_mercator_pixels (111319.5, 0, 8), psg_mercator_scale (8) / 360, 0.01);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/basemap/region-is-whole", test_region_is_whole);
  g_test_add_func ("/core/basemap/names-are-in-their-language", test_names_are_in_their_language);
  g_test_add_func ("/core/basemap/every-name-is-in-its-languages-script", test_every_name_is_in_its_languages_script);
  g_test_add_func ("/core/basemap/language-is-the-first-there-is", test_language_is_the_first_there_is);
  g_test_add_func ("/core/basemap/other-files-are-refused", test_other_files_are_refused);
  g_test_add_func ("/core/basemap/a-cut-file-is-refused", test_a_cut_file_is_refused);
  g_test_add_func ("/core/basemap/a-longer-file-is-refused", test_a_longer_file_is_refused);
  g_test_add_func ("/core/basemap/liars-get-no-memory", test_liars_get_no_memory);
  g_test_add_func ("/core/basemap/changed-bytes-do-no-harm", test_changed_bytes_do_no_harm);
  g_test_add_func ("/core/mercator/there-and-back", test_mercator_there_and_back);

  return g_test_run ();
}
