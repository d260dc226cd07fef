/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-edtf.h"

/* EDTF in words: what people read, in the long and the short form. */

typedef struct
{
  const char *text;
  const char *full;
  const char *brief; /* NULL: the same */
} Words;

static const Words dates[] = {
  { "2023-08-18", "18 August 2023", "18 Aug 2023" },
  { "2024-03-01", "1 March 2024", "1 Mar 2024" },
  { "2023-07", "July 2023", "Jul 2023" },
  { "2023", "2023", NULL },
  { "0000", "1 BCE", NULL },
  { "-0043-03-15", "15 March 44 BCE", "15 Mar 44 BCE" },
  { "Y170000002", "170000002", NULL },
  { "Y-17E7", "170000001 BCE", NULL },
  { "2022-21", "spring 2022", NULL },
  { "2022-22", "summer 2022", NULL },
  { "2022-23", "autumn 2022", NULL },
  { "2022-24", "winter 2022–2023", NULL },
  { "2022-26", "summer 2022 (northern hemisphere)", "summer 2022" },
  { "2022-30", "summer 2022–2023 (southern hemisphere)", "summer 2022–2023" },
  { "2022-33", "first quarter of 2022", "Q1 2022" },
  { "2022-39", "last third of 2022", NULL },
  { "2022-40", "first half of 2022", NULL },
  { "196X", "1960s", NULL },
  { "190X", "1900s", NULL },
  { "19XX", "20th century", NULL },
  { "00XX", "1st century", NULL },
  { "01XX", "2nd century", NULL },
  { "02XX", "3rd century", NULL },
  { "10XX", "11th century", NULL },
  { "11XX", "12th century", NULL },
  { "12XX", "13th century", NULL },
  { "20XX", "21st century", NULL },
  { "-00XX", "1st century BCE", NULL },
  { "1XXX", "2nd millennium", NULL },
  { "XXXX", "year unknown", NULL },
  { "XXXX-12", "December (year unknown)", "Dec (year unknown)" },
  { "XXXX-12-25", "25 December (year unknown)", "25 Dec (year unknown)" },
  { "2004-XX", "2004 (month unknown)", "2004" },
  { "1985-04-XX", "April 1985 (day unknown)", "Apr 1985" },
  { "1985-XX-XX", "1985 (day unknown)", "1985" },
  { "156X-12-25", "between 25 December 1560 and 25 December 1569", "25 Dec 1560 – 25 Dec 1569" },
  { "1984-1X", "between 1 October 1984 and 31 December 1984", "1 Oct 1984 – 31 Dec 1984" },
  { "1950S2", "about 1950 (1900–1999)", "c. 1950" },
  { "2024-03-01T00:00:00", "1 March 2024, 00:00", "1 Mar 2024, 00:00" },
  { "2024-03-01T14:30", "1 March 2024, 14:30", "1 Mar 2024, 14:30" },
  { "2024-03-01T14:30:15Z", "1 March 2024, 14:30:15 UTC", "1 Mar 2024, 14:30:15" },
  { "2024-03-01T14:30:00+02:00", "1 March 2024, 14:30 UTC+02:00", "1 Mar 2024, 14:30" },
};

static const Words qualified[] = {
  { "2023-07~", "c. July 2023", "c. Jul 2023" },
  { "2020?", "2020 (uncertain)", "2020?" },
  { "2020%", "c. 2020 (uncertain)", "c. 2020?" },
  { "2022-22~", "mid-2022", NULL },
  { "2022-22%", "mid-2022 (uncertain)", "mid-2022?" },
  { "2022-21~", "c. spring 2022", NULL },
  { "2022-06~/2022-07~", "mid-2022", NULL },
  { "2022-06~/2023-07~", "c. June 2022 – c. July 2023", "c. Jun 2022 – c. Jul 2023" },
  { "2004-06-~11", "c. 11 June 2004", "c. 11 Jun 2004" },
  { "1984~/2004-06", "c. 1984 – June 2004", "c. 1984 – Jun 2004" },
};

static const Words intervals[] = {
  { "2020-10-02/2020-10-12", "2–12 October 2020", "2–12 Oct 2020" },
  { "2020-10-11/2020-10-25", "11–25 October 2020", "11–25 Oct 2020" },
  { "2020-09-28/2020-10-03", "28 September – 3 October 2020", "28 Sep – 3 Oct 2020" },
  { "2021-11-10/2022-01-14", "10 November 2021 – 14 January 2022", "10 Nov 2021 – 14 Jan 2022" },
  { "2020-10-02/2020-10-02", "2 October 2020", "2 Oct 2020" },
  { "2004-06/2004-08", "June–August 2004", "Jun–Aug 2004" },
  { "2004-06/2006-08", "June 2004 – August 2006", "Jun 2004 – Aug 2006" },
  { "1964/2008", "1964–2008", NULL },
  { "-0044/0001", "45 BCE – 1", NULL },
  { "2004-02-01/2005", "1 February 2004 – 2005", "1 Feb 2004 – 2005" },
  { "2022-21/2022-23", "spring 2022 – autumn 2022", NULL },
  { "2024-03-01/..", "from 1 March 2024", "from 1 Mar 2024" },
  { "../2020-03-03", "until 3 March 2020", "until 3 Mar 2020" },
  { "2024-03-01/", "from 1 March 2024, end unknown", "1 Mar 2024 – ?" },
  { "/2020-03-03", "until 3 March 2020, start unknown", "? – 3 Mar 2020" },
  { "2024~/..", "from c. 2024", NULL },
  { "../..", "at all times", NULL },
};

static const Words sets[] = {
  { "[1667,1668,1670..1672]", "one of 1667, 1668, 1670–1672", NULL },
  { "{1960,1961-12}", "all of 1960, December 1961", "all of 1960, Dec 1961" },
  { "[..1984]", "1984 or earlier", NULL },
  { "[1760-12..]", "December 1760 or later", "Dec 1760 or later" },
  { "[1984]", "1984", NULL },
  { "[1667..1670]", "one of 1667–1670", NULL },
  { "[1760-01,1760-12..]", "one of January 1760, December 1760 or later",
    "one of Jan 1760, Dec 1760 or later" },
};

static const char *const certainties[][2] = {
  { "2023-08-18", NULL },
  { "2024-03-01T00:00:00", NULL },
  { "2020-10-02/2020-10-12", NULL },
  { "2024-03-01/..", NULL },
  { "2023-07", "known to the month" },
  { "2023-07~", "approximate, known to the month" },
  { "2023-07-04?", "uncertain" },
  { "2023-07-04%", "approximate, uncertain" },
  { "1985-04-XX", "known to the month" },
  { "196X", "known to the decade" },
  { "2022-22", "known to the season" },
  { "2024-03-01/", "end unknown" },
  { "/2024-03-01", "start unknown" },
  { "XXXX-12-25", "year unknown" },
  { "../..", NULL },
  { "[2024-03-01,2024-03-02]", "one of several dates" },
};

static void
check_words (const Words *table,
             guint        n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PsgEdtf) edtf = psg_edtf_parse (table[i].text, &error);
      g_autofree char *full = NULL;
      g_autofree char *brief = NULL;

      g_test_message ("%s", table[i].text);
      g_assert_no_error (error);

      full = psg_edtf_format_display (edtf);
      brief = psg_edtf_format_short (edtf);
      g_assert_cmpstr (full, ==, table[i].full);
      g_assert_cmpstr (brief, ==, table[i].brief != NULL ? table[i].brief : table[i].full);
    }
}

static void
test_dates (void)
{
  check_words (dates, G_N_ELEMENTS (dates));
}

static void
test_qualified (void)
{
  check_words (qualified, G_N_ELEMENTS (qualified));
}

static void
test_intervals (void)
{
  check_words (intervals, G_N_ELEMENTS (intervals));
}

static void
test_sets (void)
{
  check_words (sets, G_N_ELEMENTS (sets));
}

static void
test_certainty (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (certainties); i++)
    {
      g_autoptr (PsgEdtf) edtf = psg_edtf_parse (certainties[i][0], NULL);
      g_autofree char *words = psg_edtf_describe_certainty (edtf);

      g_assert_cmpstr (words, ==, certainties[i][1]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/edtf/display/dates-say-no-more-than-they-know", test_dates);
  g_test_add_func ("/core/edtf/display/qualifiers-become-words", test_qualified);
  g_test_add_func ("/core/edtf/display/intervals-say-nothing-twice", test_intervals);
  g_test_add_func ("/core/edtf/display/sets-list-their-members", test_sets);
  g_test_add_func ("/core/edtf/display/certainty-is-silent-about-certain-days", test_certainty);

  return g_test_run ();
}
