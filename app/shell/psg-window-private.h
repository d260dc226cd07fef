/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-window.h"

#include "psg-event-list.h"
#include "psg-lesson-pane.h"
#include "psg-map-view.h"
#include "psg-note-list.h"
#include "psg-player.h"
#include "psg-presenting.h"

G_BEGIN_DECLS

struct _PsgWindow
{
  AdwApplicationWindow parent_instance;

  /* owned */
  PsgSession *session;
  GSettings *settings;
  PsgPlayer *player;
  GCancellable *opening; /* while a collection is being opened */
  GFile *file;           /* of the collection that is open; NULL for the bundled one */
  GFile *file_asked;     /* of the one asked for last; NULL for the bundled one */
  char *follow;          /* what to show when it is open */
  AdwToast *opening_toast;
  guint opening_timeout;
  double opened;         /* how much of what is being opened, 0 to 1 */
  gboolean has_viewpoint;
  PsgViewpoint viewpoint; /* where the map is to look when it is there */
  guint frames; /* drawn since there was something to show; counted to three */
  guint rest_id; /* when what opening needed is given back */
  gboolean narrow;
  gboolean had_sidebar;  /* before the text had the window to itself */
  gboolean reads_alone;  /* what it is to begin with */
  int suitable_width;    /* of the document pane, while nobody has changed it; else 0 */
  int suitable_height;   /* of the timeline, likewise */
  GQueue adding;         /* of GFile: documents that are to be added, one after the other */
  GCancellable *adding_cancellable; /* (nullable): while one is */
  AdwToast *adding_toast; /* (nullable): tells how far it is */
  guint adding_timeout;
  double added;          /* how much of it, 0 to 1 */
  guint n_added;         /* of those that were asked for together */
  gboolean is_reanchored; /* notes on what is open have been seen to */
  char *own_link;        /* (nullable): to a document or a note, to be shown when that is known */
  AdwToast *speed_toast; /* weak: what last told the speed */
  AdwToast *trouble_toast; /* weak: what tells that notes are not saved */

  /* template */
  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkMenuButton *menu_button;
  GMenuModel *primary_menu;
  GMenu *undo_menu;
  GMenu *present_menu;
  GtkButton *play_button;
  GtkMenuButton *play_menu_button;
  GtkStack *stack;
  GtkPaned *rows;
  GtkPaned *columns;
  GtkPaned *panes;

  /* of the opening page, which is made when it is needed */
  GtkProgressBar *opening_bar;
  GtkWidget *opening_cancel;

  /* views, made once */
  PsgEventList *list;
  GtkWidget *notes;    /* where the list of them is, once it was asked for */
  GtkWidget *lessons;  /* where they are, once they were asked for */
  GtkStack *lists;     /* of these three */
  GtkWidget *sidebar;  /* around it */
  GtkWidget *map;
  GtkWidget *document;
  GtkWidget *timeline;
  GtkWidget *go_to; /* made when first asked for; the timeline's */
  GtkWidget *search; /* made when first asked for; the toast overlay's */
  GtkWidget *note_section; /* weak: of the page that is shown */

  PsgPresenting *presenting; /* owned; while the collection is presented */
  gboolean asked_to_present; /* as soon as there is a collection */
  gboolean asked_to_loop;
};

/* psg-window-actions.c */
void psg_window_add_actions     (PsgWindow *self);
void psg_window_add_range_actions (PsgWindow *self);

/* psg-window-paper.c */
void psg_window_add_paper_actions (PsgWindow *self);

/* psg-window-playback.c */
void psg_window_add_playback    (PsgWindow *self);
GtkWidget *psg_window_lay_captions (PsgWindow *self, GtkWidget *map);

/* psg-window-go-to.c */
void psg_window_add_go_to_actions (PsgWindow *self);

/* psg-window-reading.c */
void psg_window_add_reading_actions (PsgWindow *self);
void psg_window_bind_reading    (PsgWindow *self);
gboolean psg_window_is_reading  (PsgWindow *self);
gboolean psg_window_is_in_text  (PsgWindow *self);

/* psg-window-link.c */
void psg_window_add_link_actions (PsgWindow *self);
void psg_window_place_map       (PsgWindow *self);
void psg_window_show_viewpoint  (PsgWindow *self, const PsgViewpoint *viewpoint);
gboolean psg_window_follow_first (PsgWindow *self);

/* psg-window-map.c */
PsgMapView *psg_window_get_map  (PsgWindow *self);
void psg_window_add_map_actions (PsgWindow *self);
void psg_window_watch_map       (PsgWindow *self);

/* psg-window-opening.c */
void psg_window_begin_opening   (PsgWindow *self);
void psg_window_opening_progressed_cb (double fraction, gpointer user_data);
void psg_window_end_opening     (PsgWindow *self);

/* psg-window-new-event.c */
void psg_window_add_new_event_actions (PsgWindow *self);

/* psg-window-new-note.c */
void psg_window_add_new_note_actions (PsgWindow *self);

/* psg-window-notes.c */
void psg_window_add_notes       (PsgWindow *self);
void psg_window_watch_pages     (PsgWindow *self);
GtkWidget *psg_window_new_sidebar (PsgWindow *self);
PsgNoteList *psg_window_get_note_list (PsgWindow *self);
gboolean psg_window_shows_notes (PsgWindow *self);

/* psg-window-undo.c */
void psg_window_add_undo_actions (PsgWindow *self);
void psg_window_watch_steps     (PsgWindow *self, gpointer object);

/* psg-window-lessons.c */
void psg_window_add_lessons     (PsgWindow *self);
GtkWidget *psg_window_new_lessons (PsgWindow *self);

/* psg-window-documents.c */
void psg_window_add_documents_actions (PsgWindow *self);
gboolean psg_window_follow_later (PsgWindow *self, const char *link);
void psg_window_follow_awaited  (PsgWindow *self);
void psg_window_stop_adding     (PsgWindow *self);

/* psg-window-exchange.c */
void psg_window_add_exchange_actions (PsgWindow *self);

/* psg-window-present.c */
void psg_window_add_present_actions (PsgWindow *self);
void psg_window_stop_presenting (PsgWindow *self);
void psg_window_present_as_asked (PsgWindow *self);

/* psg-window-state.c */
void psg_window_restore_size    (PsgWindow *self);
void psg_window_restore_timeline (PsgWindow *self);
void psg_window_restore_panes   (PsgWindow *self);
void psg_window_place_document  (PsgWindow *self);
void psg_window_restore_session (PsgWindow *self);
void psg_window_save            (PsgWindow *self);

/* psg-window.c */
void psg_window_toast           (PsgWindow *self, const char *message);
void psg_window_show_sidebar    (PsgWindow *self, gboolean show);
gboolean psg_window_get_sidebar_shown (PsgWindow *self);

G_END_DECLS
