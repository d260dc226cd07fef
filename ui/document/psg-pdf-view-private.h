/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-pdf-pictures.h"
#include "psg-pdf-view.h"

G_BEGIN_DECLS

/* Around each page, in pixels: there is room for the signs of notes. */
#define PSG_PDF_VIEW_MARGIN 16
/* How large these are. */
#define PSG_PDF_VIEW_SIGN 11

/* A position between two characters of the document. */
typedef struct
{
  guint page;
  guint position;
} PsgPdfCaret;

/* What can be gone to on a page, by pointer or keys: a link or a note. */
typedef struct
{
  guint page;
  PsgPdfBox box;          /* the first line of it */
  const PsgPdfLink *link; /* (nullable): of the page's text */
  PsgNote *note;          /* (nullable) (unowned) */
} PsgPdfSpot;

/* Calls for each sign in the margin of a page, in order, until one is taken. @x, @y: its middle, in the view */
typedef gboolean (*PsgPdfSignFunc) (const PsgPdfHighlight *highlight, double x, double y, gpointer data);

struct _PsgPdfView
{
  GtkWidget parent_instance;

  /* owned */
  PsgPdfInfo *info;
  PsgPdfLayout *layout;
  PsgPdfPictures *pictures;
  GHashTable *texts;   /* page → PsgPdfText; of a page that is being read NULL */
  GArray *found;       /* (nullable) PsgPdfMatch: in order */
  PsgPdfHighlights *highlights; /* (nullable) */
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
  int spot;           /* of @spot_page: the one the keyboard is on, or -1 */
  guint spot_page;
};

/* psg-pdf-view.c */
void        psg_pdf_view_describe      (PsgPdfView *self);
double      psg_pdf_view_get_value     (PsgPdfView *self, GtkOrientation orientation);
void        psg_pdf_view_configure     (PsgPdfView *self, GtkOrientation orientation, double value);
PsgPdfPlace psg_pdf_view_get_place     (PsgPdfView *self, double x, double y);
void        psg_pdf_view_scroll        (PsgPdfView *self, GtkOrientation orientation, double pixels);
void        psg_pdf_view_show_note     (PsgPdfView *self, const PsgNote *note, guint page, const PsgPdfBox *box);
void        psg_pdf_view_zoom_at       (PsgPdfView *self, double zoom, double x, double y);
void        psg_pdf_view_get_area      (PsgPdfView *self, guint page, const PsgPdfBox *box, graphene_rect_t *area);

/* psg-pdf-view-texts.c */
GHashTable *psg_pdf_view_new_texts     (void);
PsgPdfText *psg_pdf_view_get_text      (PsgPdfView *self, guint page);

/* psg-pdf-view-spots.c */
gboolean    psg_pdf_view_find_spot     (PsgPdfView *self, double x, double y, PsgPdfSpot *spot);
gboolean    psg_pdf_view_get_spot      (PsgPdfView *self, PsgPdfSpot *spot);
void        psg_pdf_view_activate_spot (PsgPdfView *self, const PsgPdfSpot *spot);
gboolean    psg_pdf_view_step_spot     (PsgPdfView *self, int direction);
char       *psg_pdf_view_describe_spot (const PsgPdfSpot *spot);
GArray     *psg_pdf_view_get_highlights (PsgPdfView *self, guint page);
void        psg_pdf_view_foreach_sign  (PsgPdfView *self, guint page, PsgPdfSignFunc func, gpointer data);

/* psg-pdf-view-select.c */
gboolean    psg_pdf_view_get_selected_on (PsgPdfView *self, guint page, guint *start, guint *end);
void        psg_pdf_view_select        (PsgPdfView *self, const PsgPdfCaret *anchor, const PsgPdfCaret *head);
gboolean    psg_pdf_view_find_caret    (PsgPdfView *self, double x, double y, PsgPdfCaret *caret);

/* psg-pdf-view-draw.c */
void        psg_pdf_view_snapshot      (GtkWidget *widget, GtkSnapshot *snapshot);

/* psg-pdf-view-input.c */
void        psg_pdf_view_install_keys  (GtkWidgetClass *klass);
void        psg_pdf_view_add_input     (PsgPdfView *self);

G_END_DECLS
