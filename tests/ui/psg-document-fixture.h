/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "psg-session.h"

G_BEGIN_DECLS

/* What the programs for the document pane begin with. */

#define WIDTH 380
#define HEIGHT 520

typedef struct
{
  PsgCollection *collection;
  PsgSession *session;
  GtkWidget *pane;
  GtkWidget *window;
} Fixture;

/* Whether there is a display to test on. */
gboolean       psg_document_fixture_init (void);

/* On the bundled collection if @data is not NULL, else on psg_memory_collection_new(). */
void           set_up       (Fixture *f, gconstpointer data);
void           tear_down    (Fixture *f, gconstpointer data);

PsgCollection *open_bundled (void);
void           settle       (void);
void           follow       (Fixture *f, const char *link);
GtkWidget     *get_page     (Fixture *f);
GtkWidget     *find         (GtkWidget *widget, gboolean (*matches) (GtkWidget *widget, gconstpointer data),
                             gconstpointer data);
gboolean       has_class    (GtkWidget *widget, gconstpointer name);
gboolean       has_text     (GtkWidget *widget, gconstpointer text);
gboolean       has_type     (GtkWidget *widget, gconstpointer name);

G_END_DECLS
