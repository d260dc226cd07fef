/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-test-pdf.h"

/* make-pdf FILE: a small PDF with words, links and an outline: a seed. */

int
main (int   argc,
      char *argv[])
{
  g_assert (argc == 2);
  psg_test_pdf_write_linked (argv[1]);

  return 0;
}
