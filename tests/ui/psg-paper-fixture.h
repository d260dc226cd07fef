/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-collection.h"

G_BEGIN_DECLS

/* What programs that test pictures and paper share: the bundled collection, and a look into PDFs. */
PsgCollection *psg_paper_fixture_open     (void);

guint          psg_paper_count_pages      (GBytes *pdf);
char          *psg_paper_read_page        (GBytes *pdf, guint page);
char          *psg_paper_read_all         (GBytes *pdf);
guint          psg_paper_count_images     (GBytes *pdf);
guint          psg_paper_count_links      (GBytes *pdf);
char          *psg_paper_read_title       (GBytes *pdf);

void           psg_paper_assert_contains  (const char *text, const char *part);

G_END_DECLS
