/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-edtf-explain.h"
#include "psg-edtf.h"

#include <string.h>

/* EDTF under random texts: valid ones are read and written back without a
 * change, broken ones are refused with an error, and the bounds agree with an
 * oracle that tries every day. */

#define N_VALID 20000
#define N_BROKEN 60000
#define N_TEMPLATES 400

static gboolean
chance (int percent)
{
  return g_test_rand_int_range (0, 100) < percent;
}

static void
append_qualifier (GString *out,
                  int      percent)
{
  if (chance (percent))
    g_string_append_c (out, "?~%"[g_test_rand_int_range (0, 3)]);
}

/* Writes a number with some of its digits left unspecified. The date keeps at
 * least one day, the one it was made from. */
static void
append_digits (GString *out,
               int      width,
               int      value,
               int      percent)
{
  char digits[8];

  g_snprintf (digits, sizeof digits, "%0*d", width, value);
  for (int i = 0; i < width; i++)
    g_string_append_c (out, chance (percent) ? 'X' : digits[i]);
}

/* A date that @day is one of the days of. */
static void
append_date (GString *out,
             PsgDay   day,
             int      n_components)
{
  int parts[3];
  int qualify = chance (30) ? 25 : 0;
  int unspecify = chance (30) ? 25 : 0;

  psg_day_to_ymd (day, &parts[0], &parts[1], &parts[2]);

  for (int i = 0; i < n_components; i++)
    {
      if (i > 0)
        g_string_append_c (out, '-');
      append_qualifier (out, qualify);
      if (i == 0 && parts[0] < 0)
        g_string_append_c (out, '-');
      append_digits (out, i == 0 ? 4 : 2, ABS (parts[i]), unspecify);
      append_qualifier (out, qualify);
    }
}

static PsgDay
pick_day (PsgDay first)
{
  return g_test_rand_int_range (first, chance (50) ? MIN (first + 1000, PSG_DAY_MAX) : PSG_DAY_MAX);
}

static void
append_some_date (GString *out,
                  PsgDay   day)
{
  append_date (out, day, g_test_rand_int_range (1, 4));
}

static void
append_season (GString *out)
{
  g_string_append_printf (out, "%04d", g_test_rand_int_range (0, 10000));
  append_qualifier (out, 10);
  g_string_append_printf (out, "-%d", g_test_rand_int_range (21, 42));
  append_qualifier (out, 20);
}

static void
append_long_year (GString *out)
{
  g_string_append_printf (out, "Y%s%d", chance (50) ? "-" : "", g_test_rand_int_range (10000, G_MAXINT));
  if (chance (30))
    g_string_append_printf (out, "E%d", g_test_rand_int_range (1, 6));
  if (chance (30))
    g_string_append_printf (out, "S%d", g_test_rand_int_range (1, 6));
  append_qualifier (out, 20);
}

static void
append_date_time (GString *out)
{
  g_autofree char *day = psg_day_format_iso (pick_day (PSG_DAY_MIN));

  g_string_append_printf (out, "%sT%02d:%02d", day, g_test_rand_int_range (0, 24), g_test_rand_int_range (0, 60));
  if (chance (80))
    g_string_append_printf (out, ":%02d", g_test_rand_int_range (0, 61));
  if (chance (30))
    g_string_append_c (out, 'Z');
  else if (chance (30))
    g_string_append_printf (out, "%c%02d", chance (50) ? '+' : '-', g_test_rand_int_range (0, 24));
  else if (chance (30))
    g_string_append_printf (out, "+%02d:%02d", g_test_rand_int_range (0, 24), g_test_rand_int_range (0, 60));
}

static void
append_interval (GString *out)
{
  PsgDay first = pick_day (PSG_DAY_MIN);
  int start = g_test_rand_int_range (0, 10);
  int end = g_test_rand_int_range (start == 0 ? 1 : 0, 10);

  if (start == 1)
    g_string_append (out, "..");
  else if (start > 1)
    append_some_date (out, first);

  g_string_append_c (out, '/');

  if (end == 1)
    g_string_append (out, "..");
  else if (end > 1)
    append_some_date (out, pick_day (first));
}

static void
append_set (GString *out)
{
  gboolean one_of = chance (50);
  int n_members = g_test_rand_int_range (1, 8);

  g_string_append_c (out, one_of ? '[' : '{');
  for (int i = 0; i < n_members; i++)
    {
      PsgDay day = pick_day (PSG_DAY_MIN);

      g_string_append (out, i > 0 ? "," : "");
      if (i == 0 && chance (20))
        {
          g_string_append (out, "..");
        }
      else if (chance (20))
        {
          append_some_date (out, day);
          g_string_append (out, "..");
          /* Only the last member can be open. */
          if (i == n_members - 1 && chance (50))
            break;
        }
      append_some_date (out, pick_day (day));
    }
  g_string_append_c (out, one_of ? ']' : '}');
}

static char *
make_valid (void)
{
  GString *out = g_string_new (NULL);

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      append_season (out);
      break;
    case 1:
      append_long_year (out);
      break;
    case 2:
      append_date_time (out);
      break;
    case 3:
    case 4:
      append_interval (out);
      break;
    case 5:
      append_set (out);
      break;
    default:
      append_some_date (out, pick_day (PSG_DAY_MIN));
      break;
    }

  return g_string_free (out, FALSE);
}

static void
assert_bounds_are_ordered (const PsgEdtf *edtf)
{
  PsgDay earliest = psg_edtf_get_earliest (edtf);
  PsgDay latest = psg_edtf_get_latest (edtf);

  g_assert_true (psg_day_is_valid (earliest) || earliest == PSG_DAY_OPEN_START || earliest == PSG_DAY_NONE);
  g_assert_true (psg_day_is_valid (latest) || latest == PSG_DAY_OPEN_END || latest == PSG_DAY_NONE);
  if (latest != PSG_DAY_NONE)
    g_assert_cmpint (earliest, <=, latest);

  g_assert_cmpint (psg_edtf_get_latest_start (edtf), >=, earliest);
  if (latest != PSG_DAY_NONE)
    g_assert_cmpint (psg_edtf_get_earliest_end (edtf), <=, latest);
}

/* Asks everything there is to ask, for the sanitizers. */
static void
assert_answers (const PsgEdtf *edtf)
{
  g_autofree char *full = psg_edtf_format_display (edtf);
  g_autofree char *brief = psg_edtf_format_short (edtf);
  g_autofree char *certainty = psg_edtf_describe_certainty (edtf);
  g_autofree char *json = psg_edtf_explain_json (psg_edtf_get_text (edtf), NULL);

  g_assert_true (g_utf8_validate (full, -1, NULL));
  g_assert_cmpuint (strlen (full), >, 0);
  g_assert_cmpuint (strlen (brief), >, 0);
  g_assert_null (strchr (full, '%'));
  g_assert_null (strchr (json, '\n'));
  g_assert_true (certainty == NULL || *certainty != '\0');
  assert_bounds_are_ordered (edtf);
}

static void
test_round_trip (void)
{
  for (int i = 0; i < N_VALID; i++)
    {
      g_autofree char *text = make_valid ();
      g_autoptr (GError) error = NULL;
      g_autoptr (PsgEdtf) edtf = psg_edtf_parse (text, &error);
      g_autofree char *again = NULL;

      if (edtf == NULL)
        g_error ("%s was refused: %s", text, error->message);

      again = psg_edtf_format (edtf);
      g_assert_cmpstr (again, ==, text);
      assert_answers (edtf);
    }
}

/* Changes, drops or doubles a few bytes. */
static void
break_text (GString *text)
{
  static const char alphabet[] = "0123456789-/.XxY?~%[]{},ETZS:+ \xc3\xa9\xff\x01";

  for (int n = g_test_rand_int_range (1, 4); n > 0 && text->len > 0; n--)
    {
      gsize place = (gsize) g_test_rand_int_range (0, (int) text->len);
      char byte = alphabet[g_test_rand_int_range (0, (int) sizeof alphabet - 1)];

      if (chance (40))
        text->str[place] = byte;
      else if (chance (50))
        g_string_erase (text, (gssize) place, 1);
      else
        g_string_insert_c (text, (gssize) place, byte);
    }
}

static void
assert_reads_or_fails (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgEdtf) edtf = psg_edtf_parse (text, &error);

  g_assert_true ((edtf == NULL) == (error != NULL));
  if (edtf != NULL)
    {
      g_autofree char *again = psg_edtf_format (edtf);
      g_autoptr (PsgEdtf) same = psg_edtf_parse (again, NULL);

      g_assert_nonnull (same);
      assert_bounds_are_ordered (edtf);
      g_assert_cmpint (psg_edtf_get_earliest (same), ==, psg_edtf_get_earliest (edtf));
      g_assert_cmpint (psg_edtf_get_latest (same), ==, psg_edtf_get_latest (edtf));
    }
  else
    {
      g_assert_true (error->domain == PSG_EDTF_ERROR);
      g_assert_true (g_str_has_prefix (error->message, "at offset "));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

static void
test_mutations (void)
{
  for (int i = 0; i < N_BROKEN / 2; i++)
    {
      g_autofree char *valid = make_valid ();
      g_autoptr (GString) text = g_string_new (valid);

      break_text (text);
      assert_reads_or_fails (text->str);
    }
}

static void
test_noise (void)
{
  static const char alphabet[] = "0123456789--/..XXY?~%[]{},ETZS:+";

  for (int i = 0; i < N_BROKEN / 2; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      gboolean any_byte = chance (20);

      for (int n = g_test_rand_int_range (0, 40); n > 0; n--)
        {
          if (any_byte)
            g_string_append_c (text, (char) g_test_rand_int_range (1, 256));
          else
            g_string_append_c (text, alphabet[g_test_rand_int_range (0, (int) sizeof alphabet - 1)]);
        }
      assert_reads_or_fails (text->str);
    }
}

static gboolean
matches (const char *template,
         const char *text)
{
  for (; *template != '\0'; template++, text++)
    {
      if (*template != 'X' && *template != *text)
        return FALSE;
    }

  return *text == '\0';
}

/* Every day of the century is written out and laid beside the template. */
static void
test_oracle (void)
{
  PsgDay first = psg_day_from_ymd (1500, 1, 1);
  PsgDay last = psg_day_from_ymd (1599, 12, 31);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (PsgDay day = first; day <= last; day++)
    g_ptr_array_add (texts, psg_day_format_iso (day));

  for (int i = 0; i < N_TEMPLATES; i++)
    {
      g_autofree char *template = g_strdup (texts->pdata[g_test_rand_int_range (0, (int) texts->len)]);
      g_autoptr (PsgEdtf) edtf = NULL;
      PsgDay earliest = PSG_DAY_NONE, latest = PSG_DAY_NONE;

      /* The century stays, so that the oracle need not try ten thousand years. */
      for (gsize place = 2; template[place] != '\0'; place++)
        {
          if (template[place] != '-' && chance (50))
            template[place] = 'X';
        }

      for (guint j = 0; j < texts->len; j++)
        {
          if (!matches (template, texts->pdata[j]))
            continue;
          if (earliest == PSG_DAY_NONE)
            earliest = first + (PsgDay) j;
          latest = first + (PsgDay) j;
        }

      edtf = psg_edtf_parse (template, NULL);
      g_assert_nonnull (edtf);
      g_test_message ("%s", template);
      g_assert_cmpint (psg_edtf_get_earliest (edtf), ==, earliest);
      g_assert_cmpint (psg_edtf_get_latest (edtf), ==, latest);
    }
}

/* A full set of the dearest date there is must still be read at once. */
static void
test_worst_case (void)
{
  g_autoptr (GString) text = g_string_new ("[XXXX-02-29");
  g_autoptr (PsgEdtf) edtf = NULL;

  while (text->len + strlen (",XXX8-02-29]") <= 512)
    g_string_append (text, ",XXX8-02-29");
  g_string_append_c (text, ']');

  edtf = psg_edtf_parse (text->str, NULL);
  g_assert_nonnull (edtf);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b)
{
  return psg_edtf_compare (*(PsgEdtf *const *) a, *(PsgEdtf *const *) b);
}

static void
test_total_order (void)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_edtf_unref);

  for (int i = 0; i < 300; i++)
    {
      g_autofree char *text = make_valid ();

      g_ptr_array_add (all, psg_edtf_parse (text, NULL));
    }
  g_ptr_array_sort (all, compare_cb);

  /* In a total order every pair of a sorted list is ordered, not neighbours
   * alone, and the order of a pair is the reverse of the pair turned round. */
  for (guint i = 0; i < all->len; i++)
    {
      g_assert_cmpint (psg_edtf_compare (all->pdata[i], all->pdata[i]), ==, 0);
      for (guint j = i + 1; j < all->len; j++)
        {
          int order = psg_edtf_compare (all->pdata[i], all->pdata[j]);

          g_assert_cmpint (order, <=, 0);
          g_assert_cmpint (psg_edtf_compare (all->pdata[j], all->pdata[i]) < 0, ==, order > 0);
          g_assert_cmpint (order == 0, ==, psg_edtf_equal (all->pdata[i], all->pdata[j]));
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/edtf/random/valid-text-is-written-back", test_round_trip);
  g_test_add_func ("/core/edtf/random/broken-text-is-read-or-refused", test_mutations);
  g_test_add_func ("/core/edtf/random/noise-is-read-or-refused", test_noise);
  g_test_add_func ("/core/edtf/random/bounds-are-those-of-the-days-that-match", test_oracle);
  g_test_add_func ("/core/edtf/random/worst-case-is-read-at-once", test_worst_case);
  g_test_add_func ("/core/edtf/random/order-is-total", test_total_order);

  return g_test_run ();
}
