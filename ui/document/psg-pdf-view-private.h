/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-pdf-pictures.h"
#include "psg-pdf-view.h"

G_BEGIN_DECLS

/* A position between two characters of the document. */
typedef struct
{
  guint page;
  guint position;
} PsgPdfCaret;

struct _PsgPdfView
{
  GtkWidget parent_instance;

  /* owned */
  PsgPdfInfo *info;
  PsgPdfLayout *layout;
  PsgPdfPictures *pictures;
  GHashTable *texts;   /* page → PsgPdfText; of a page that is being read NULL */
  GArray *found;       /* (nullable) PsgPdfMatch: in order */
  GCancellable *closing;
  GtkWidget *menu;     /* (nullable): made when first asked for */

  PsgPdfFile *file; /* borrowed */

  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  GtkScrollablePolicy policies[2];
  double zoom;        /* 1 for the true size; 0 for as wide as there is room */
  double pinched;     /* the zoom when a pinch began */
  guint page;         /* the one told of last */
  guint current;      /* of @found, or G_MAXUINT */
  PsgPdfMatch words;  /* those that were asked for; empty if none were */
  guint tell_source;  /* while its place is to be told */
  gboolean laid_out;
  gboolean has_goal;  /* to be shown when it is laid out */
  PsgPdfPlace goal;
  double goal_at;     /* how far down the view it is to be, as a share */

  /* what is selected lies between the two */
  PsgPdfCaret anchor;
  PsgPdfCaret head;
  double pointer_x;   /* where the pointer was last */
  double pointer_y;
  double drag_x;
  double drag_y;
  guint drag_tick;
  int link;           /* of the page in sight: the one the keyboard is on, or -1 */
  guint link_page;
};

/* psg-pdf-view.c */
PsgPdfText *psg_pdf_view_get_text      (PsgPdfView *self, guint page);
PsgPdfPlace psg_pdf_view_get_place     (PsgPdfView *self, double x, double y);
void        psg_pdf_view_scroll        (PsgPdfView *self, GtkOrientation orientation, double pixels);
void        psg_pdf_view_zoom_at       (PsgPdfView *self, double zoom, double x, double y);
void        psg_pdf_view_get_area      (PsgPdfView *self, guint page, const PsgPdfBox *box, graphene_rect_t *area);

/* psg-pdf-view-select.c */
gboolean    psg_pdf_view_get_selected_on (PsgPdfView *self, guint page, guint *start, guint *end);
void        psg_pdf_view_select        (PsgPdfView *self, const PsgPdfCaret *anchor, const PsgPdfCaret *head);
gboolean    psg_pdf_view_find_caret    (PsgPdfView *self, double x, double y, PsgPdfCaret *caret);

/* psg-pdf-view-draw.c */
void        psg_pdf_view_snapshot      (GtkWidget *widget, GtkSnapshot *snapshot);

/* psg-pdf-view-input.c */
void        psg_pdf_view_install_keys  (GtkWidgetClass *klass);
void        psg_pdf_view_add_input     (PsgPdfView *self);
const PsgPdfLink *psg_pdf_view_get_link (PsgPdfView *self);

G_END_DECLS
