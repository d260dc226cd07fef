/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In points: A4. */
#define PSG_TEST_PDF_WIDTH 595
#define PSG_TEST_PDF_HEIGHT 842

/* Writes a PDF with a page for each text, whose lines stand below one another. @title: (nullable) */
void    psg_test_pdf_write           (const char *path, const char *title, const char *const *pages);
/* The same with many pages, on each of which there is much to draw. */
void    psg_test_pdf_write_long      (const char *path, guint n_pages, guint n_strokes);
/* Two pages with an outline. On the first are links to https://example.org/report and, a line below, to a file; on
 * the second one to the middle of the first. */
void    psg_test_pdf_write_linked    (const char *path);
/* A page that is taller than wide, one that is wider than tall, and one the size of a postcard, with words in each. */
void    psg_test_pdf_write_mixed     (const char *path);
/* One empty page of any size in points, at most what an object in a PDF can say. */
void    psg_test_pdf_write_sized     (const char *path, double width, double height);
/* What there should not be. */
void    psg_test_pdf_write_encrypted (const char *path);
void    psg_test_pdf_write_empty     (const char *path);
/* A copy with @n_bytes written over at random, or cut off at a random place. */
void    psg_test_pdf_spoil           (const char *from, const char *to, GRand *rand, guint n_bytes, gboolean cut);

G_END_DECLS
