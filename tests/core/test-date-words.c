/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-date-words.h"

/* What people type for a date, and what is made of it. The year on the screen is 2024. */

static const struct
{
  const char *typed;
  const char *edtf;
} understood[] = {
  /* Days */
  { "18 Aug 2023", "2023-08-18" },
  { "18 August 2023", "2023-08-18" },
  { "18. August 2023", "2023-08-18" },
  { "August 18, 2023", "2023-08-18" },
  { "Aug. 18 2023", "2023-08-18" },
  { "18th of August, 2023", "2023-08-18" },
  { "the 2nd of May 2021", "2021-05-02" },
  { "Friday, 18 August 2023", "2023-08-18" },
  { "2023 August 18", "2023-08-18" },
  { "18-Aug-2023", "2023-08-18" },
  { "18aug2023", "2023-08-18" },
  { "18 Aug 23", "2023-08-18" },
  { "18 Aug", "2024-08-18" },
  { "29 february 2024", "2024-02-29" },
  { "  18\xc2\xa0" "august   2023  ", "2023-08-18" },
  { "AUGUST 18 2023", "2023-08-18" },
  { "18 augu 2023", "2023-08-18" },
  { "2023-08-18", "2023-08-18" },
  { "2023-8-18", "2023-08-18" },
  { "2023/08/18", "2023-08-18" },
  { "2023.08.18", "2023-08-18" },
  { "20230818", "2023-08-18" },
  { "18.08.2023", "2023-08-18" },
  { "18.8.23", "2023-08-18" },
  { "18/08/2023", "2023-08-18" },
  { "18-08-2023", "2023-08-18" },
  { "08/18/2023", "2023-08-18" },
  { "3/4/2023", "2023-04-03" },
  { "18/8", "2024-08-18" },
  { "18.8.75", "1975-08-18" },
  { "18.8.73", "2073-08-18" },
  { "today", "2024-03-01" },
  { "١٨/٠٨/٢٠٢٣", "2023-08-18" },
  /* Months */
  { "Aug 2023", "2023-08" },
  { "August, 2023", "2023-08" },
  { "2023 aug", "2023-08" },
  { "august", "2024-08" },
  { "may", "2024-05" },
  { "08/2023", "2023-08" },
  { "8.2023", "2023-08" },
  { "2023/08", "2023-08" },
  { "2023-08", "2023-08" },
  { "08 2023", "2023-08" },
  { "sept 2023", "2023-09" },
  /* Years, seasons, quarters */
  { "2023", "2023" },
  { "summer 2023", "2023-22" },
  { "Fall 2021", "2021-23" },
  { "autumn", "2024-23" },
  { "winter 2023/24", "2023-24" },
  { "winter 2023–2024", "2023-24" },
  { "winter 2023", "2023-24" },
  { "Q3 2023", "2023-35" },
  { "2023 Q1", "2023-33" },
  { "3rd quarter of 2023", "2023-35" },
  { "mid-2022", "2022-22~" },
  { "mid August 2023", "2023-08~" },
  /* Doubt */
  { "c. August 2023", "2023-08~" },
  { "about 18 Aug 2023", "2023-08-18~" },
  { "18 Aug 2023?", "2023-08-18?" },
  { "circa 2023?", "2023%" },
  /* Intervals */
  { "2–12 October 2020", "2020-10-02/2020-10-12" },
  { "2 - 12 October 2020", "2020-10-02/2020-10-12" },
  { "October 2–12, 2020", "2020-10-02/2020-10-12" },
  { "28 September – 3 October 2020", "2020-09-28/2020-10-03" },
  { "June–August 2020", "2020-06/2020-08" },
  { "May to August 2021", "2021-05/2021-08" },
  { "from May 2021 until Aug 2022", "2021-05/2022-08" },
  { "18 Aug 2023 – 1 March 2024", "2023-08-18/2024-03-01" },
  { "2021-2023", "2021/2023" },
  { "2021 – 2023", "2021/2023" },
  { "2021 to 2023", "2021/2023" },
  /* EDTF as it is */
  { "2023-08~", "2023-08~" },
  { "2023-22", "2023-22" },
  { "2021-05/2021-08", "2021-05/2021-08" },
  { "2023-08-18?", "2023-08-18?" },
  { "2023/..", "2023/.." },
  { "2023-08-XX", "2023-08-XX" },
  { "202X", "202X" },
  { "[2020,2021]", "[2020,2021]" },
};

static const struct
{
  const char *typed;
  PsgDateWordsError code;
  const char *message;
} refused[] = {
  { "", PSG_DATE_WORDS_ERROR_EMPTY, "No date was given" },
  { "   ", PSG_DATE_WORDS_ERROR_EMPTY, "No date was given" },
  { "31 April 2023", PSG_DATE_WORDS_ERROR_NO_SUCH_DAY, "There is no 31 April 2023" },
  { "29 Feb 2023", PSG_DATE_WORDS_ERROR_NO_SUCH_DAY, "There is no 29 February 2023" },
  { "2023-02-30", PSG_DATE_WORDS_ERROR_NO_SUCH_DAY, "There is no 30 February 2023" },
  { "30.02.2023", PSG_DATE_WORDS_ERROR_NO_SUCH_DAY, "There is no 30 February 2023" },
  { "2023-13", PSG_DATE_WORDS_ERROR_NO_SUCH_DAY, "“2023-13”: a year has 12 months" },
  { "13/2023", PSG_DATE_WORDS_ERROR_NO_SUCH_DAY, "“13/2023”: a year has 12 months" },
  { "18/18/2023", PSG_DATE_WORDS_ERROR_NO_SUCH_DAY, "“18/18/2023”: a year has 12 months" },
  { "2023-00", PSG_DATE_WORDS_ERROR_NO_SUCH_DAY, "“2023-00”: a year has 12 months" },
  { "32 Aug 2023", PSG_DATE_WORDS_ERROR_NO_SUCH_DAY, "“32 Aug 2023”: a month has 28 to 31 days" },
  { "0 Aug 2023", PSG_DATE_WORDS_ERROR_NO_SUCH_DAY, "“0 Aug 2023”: a month has 28 to 31 days" },
  { "Q5 2023", PSG_DATE_WORDS_ERROR_NO_SUCH_DAY, "A year has four quarters" },
  { "2024/2023", PSG_DATE_WORDS_ERROR_ORDER, "That ends before it begins" },
  { "August to May 2021", PSG_DATE_WORDS_ERROR_ORDER, "That ends before it begins" },
  { "2023-02-30/2023-03-01", PSG_DATE_WORDS_ERROR_NO_SUCH_DAY, "There is no such day in the calendar" },
  { "Smarch 2023", PSG_DATE_WORDS_ERROR_UNKNOWN, "“Smarch” is not a month, season or year" },
  { "2023 AD", PSG_DATE_WORDS_ERROR_UNKNOWN, "“AD” is not a month, season or year" },
  { "ju 2023", PSG_DATE_WORDS_ERROR_UNKNOWN, "“ju” is not a month, season or year" },
  { "1960s", PSG_DATE_WORDS_ERROR_UNKNOWN, "“s” is not a month, season or year" },
  { "2X August 2021", PSG_DATE_WORDS_ERROR_UNKNOWN, "“2X” is not a month, season or year" },
  { "2021-2X", PSG_DATE_WORDS_ERROR_NO_SUCH_DAY, "There is no such day in the calendar" },
  { "23", PSG_DATE_WORDS_ERROR_UNKNOWN, NULL },
  { "August 202", PSG_DATE_WORDS_ERROR_UNKNOWN, "Write the year with all four digits" },
  { "summer 23", PSG_DATE_WORDS_ERROR_UNKNOWN, "Write the year with all four digits" },
  { "May August 2021", PSG_DATE_WORDS_ERROR_UNKNOWN, NULL },
  { "18 19 20 21", PSG_DATE_WORDS_ERROR_UNKNOWN, NULL },
  { "2021 – 2022 – 2023", PSG_DATE_WORDS_ERROR_UNKNOWN, NULL },
  { "– 2023", PSG_DATE_WORDS_ERROR_UNKNOWN, NULL },
  { "123456789", PSG_DATE_WORDS_ERROR_UNKNOWN, NULL },
  { "§", PSG_DATE_WORDS_ERROR_UNKNOWN, "“§” is not a month, season or year" },
  { "1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8 9", PSG_DATE_WORDS_ERROR_UNKNOWN,
    "That is too long to be a date" },
};

static const struct
{
  const char *typed;
  const char *words;
} described[] = {
  { "18 aug 2023", "18 August 2023, a Friday" },
  { "aug 2023", "The whole of August 2023" },
  { "2023", "The whole of 2023" },
  { "summer 2023", "The whole of summer 2023" },
  { "3/4/2023", "3 April 2023, a Monday (day first)" },
  { "8/18/2023", "18 August 2023, a Friday (month first)" },
  { "18/8/2023", "18 August 2023, a Friday" },
  { "4/4/2023", "4 April 2023, a Tuesday" },
  { "2021-05/2021-08", "May–August 2021" },
  { "c. aug 2023", "c. August 2023" },
};

/* Every date that the app itself writes can be typed into it again. */
static const char *const displayed[] = {
  "2023-08-18", "2023-08", "2023", "2023-21", "2023-24", "2023-08~", "2023~", "2022-22~", "2020-10-02/2020-10-12",
  "2020-09-28/2020-10-03", "2020-06/2020-08", "2023-08-18/2024-03-01", "2019/2021", "2023-12/2024-01",
};

static PsgEdtf *
parse (const PsgDateNames *names,
       const char         *text,
       PsgDateOrder       *order,
       GError            **error)
{
  PsgDateContext context = { names, 2024, psg_day_from_ymd (2024, 3, 1) };

  return psg_date_words_parse (text, &context, order, error);
}

static void
assert_reads (const PsgDateNames *names,
              const char         *typed,
              const char         *edtf)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgEdtf) date = parse (names, typed, NULL, &error);

  if (date == NULL)
    g_error ("“%s”: %s", typed, error->message);
  g_assert_cmpstr (psg_edtf_get_text (date), ==, edtf);
}

static void
test_what_is_understood (void)
{
  g_autoptr (PsgDateNames) names = psg_date_names_new_for_locale ();

  for (guint i = 0; i < G_N_ELEMENTS (understood); i++)
    assert_reads (names, understood[i].typed, understood[i].edtf);
}

static void
test_what_is_not (void)
{
  g_autoptr (PsgDateNames) names = psg_date_names_new_for_locale ();

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PsgEdtf) date = parse (names, refused[i].typed, NULL, &error);

      if (date != NULL)
        g_error ("“%s” was read as %s", refused[i].typed, psg_edtf_get_text (date));
      g_test_message ("“%s”: %s", refused[i].typed, error->message);
      if (refused[i].message != NULL)
        g_assert_cmpstr (error->message, ==, refused[i].message);
      g_assert_error (error, PSG_DATE_WORDS_ERROR, (int) refused[i].code);
    }
}

static void
test_words (void)
{
  g_autoptr (PsgDateNames) names = psg_date_names_new ();

  for (guint i = 0; i < G_N_ELEMENTS (described); i++)
    {
      PsgDateOrder order;
      g_autoptr (PsgEdtf) date = parse (names, described[i].typed, &order, NULL);
      g_autofree char *words = psg_date_words_describe (date, order);

      g_assert_cmpstr (words, ==, described[i].words);
    }
}

static void
test_what_is_written_can_be_typed (void)
{
  g_autoptr (PsgDateNames) names = psg_date_names_new ();

  for (guint i = 0; i < G_N_ELEMENTS (displayed); i++)
    {
      g_autoptr (PsgEdtf) date = psg_edtf_parse (displayed[i], NULL);
      g_autofree char *words = psg_edtf_format_display (date);
      g_autofree char *brief = psg_edtf_format_short (date);

      assert_reads (names, words, displayed[i]);
      assert_reads (names, brief, displayed[i]);
    }
}

static void
test_other_languages (void)
{
  g_autoptr (PsgDateNames) names = psg_date_names_new ();

  psg_date_names_add (names, PSG_DATE_WORD_MONTH, 8, "жніўня|жнівень|жні");
  psg_date_names_add (names, PSG_DATE_WORD_MONTH, 5, "мая|май");
  psg_date_names_add (names, PSG_DATE_WORD_MONTH, 12, "décembre|déc.");
  psg_date_names_add (names, PSG_DATE_WORD_MONTH, 2, "février|févr.");
  psg_date_names_add (names, PSG_DATE_WORD_MONTH, 3, "März|Mär");
  psg_date_names_add (names, PSG_DATE_WORD_MONTH, 11, "marraskuu");
  psg_date_names_add (names, PSG_DATE_WORD_MONTH, 8, "rugpjūčio|rugpjūtis|rugp.");
  psg_date_names_add (names, PSG_DATE_WORD_MONTH, 9, "rugsėjo|rugsėjis|rugs.");
  psg_date_names_add (names, PSG_DATE_WORD_SEASON, 22, "лета|летам");
  psg_date_names_add (names, PSG_DATE_WORD_NOISE, 0, "m|d");

  assert_reads (names, "18 жніўня 2023", "2023-08-18");
  assert_reads (names, "Жнівень 2023", "2023-08");
  assert_reads (names, "18 ЖНІВ 2023", "2023-08-18");
  assert_reads (names, "1 мая 2021", "2021-05-01");
  assert_reads (names, "2 dec. 2023", "2023-12-02");
  assert_reads (names, "2 DÉCEMBRE 2023", "2023-12-02");
  assert_reads (names, "1er févr. 2023", "2023-02-01");
  assert_reads (names, "3. marz 2024", "2024-03-03");
  assert_reads (names, "2023 m. rugpjūčio 18 d.", "2023-08-18");
  assert_reads (names, "rugpj 2023", "2023-08");
  assert_reads (names, "летам 2023", "2023-22");
  assert_reads (names, "3. marraskuuta 2023", "2023-11-03");
  /* Their own months go before the English ones, which are understood all the same. */
  assert_reads (names, "marr 2023", "2023-11");
  assert_reads (names, "march 2023", "2023-03");
  assert_reads (names, "18 aug 2023", "2023-08-18");
}

static void
test_a_prefix_of_two_months_is_neither (void)
{
  g_autoptr (PsgDateNames) names = psg_date_names_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgEdtf) date = NULL;

  psg_date_names_add (names, PSG_DATE_WORD_MONTH, 8, "rugpjūtis");
  psg_date_names_add (names, PSG_DATE_WORD_MONTH, 9, "rugsėjis");

  date = parse (names, "rug 2023", NULL, &error);
  g_assert_null (date);
  g_assert_cmpstr (error->message, ==, "“rug” could be August or September");
}

/* Any mixture of what dates are made of is a date or a sentence, and never a crash. */
static void
test_any_mixture (void)
{
  static const char *const bits[] = { "18", "2023", "0", "99999999", "aug", "May", "summer", "winter", "q", "mid", "c",
                                      "today", "to", "of", "monday", "-", "–", "/", ".", "?", "~", "%", ",", " ", "X",
                                      "..", "[", "]", "\xff", "é", "٣", "31", "02", "13", "23", "th" };
  g_autoptr (PsgDateNames) names = psg_date_names_new_for_locale ();
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint n_dates = 0;

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (PsgEdtf) date = NULL;
      PsgDateOrder order;

      for (int n = g_rand_int_range (rand, 0, 8); n > 0; n--)
        {
          g_string_append (text, bits[g_rand_int_range (rand, 0, G_N_ELEMENTS (bits))]);
          g_string_append (text, g_rand_boolean (rand) ? " " : "");
        }

      date = parse (names, text->str, &order, &error);
      g_assert_true ((date == NULL) == (error != NULL));
      if (date != NULL)
        {
          g_autofree char *words = psg_date_words_describe (date, order);

          g_assert_true (g_utf8_validate (words, -1, NULL));
          n_dates++;
        }
    }

  g_assert_cmpuint (n_dates, >, 100);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/date-words/what-is-understood", test_what_is_understood);
  g_test_add_func ("/core/date-words/what-is-not", test_what_is_not);
  g_test_add_func ("/core/date-words/words", test_words);
  g_test_add_func ("/core/date-words/what-the-app-writes-can-be-typed", test_what_is_written_can_be_typed);
  g_test_add_func ("/core/date-words/other-languages", test_other_languages);
  g_test_add_func ("/core/date-words/a-prefix-of-two-months-is-neither", test_a_prefix_of_two_months_is_neither);
  g_test_add_func ("/core/date-words/any-mixture", test_any_mixture);

  return g_test_run ();
}
