/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-note-review.h"

#include <glib/gi18n-lib.h>

#include "psg-note-subject.h"
#include "psg-pair-layout.h"
#include "psg-rows.h"

/* A note whose words are not in its document for sure: whether they are meant by others, only a person can tell. And
 * one about what its collection has no longer. */

/* How much of the text around words is shown, in characters. */
#define CONTEXT 60
/* The two sides stand below each other in less than twice as much, in pixels: not in a pane of the usual width. */
#define SIDE_WIDTH 160
#define GAP 12

struct _PsgNoteReview
{
  GtkBox parent_instance;

  PsgSession *session; /* owned */
  PsgNote *note;
  PsgDocument *document; /* (nullable): whose text it is */
  PsgAnchorText *text;   /* (nullable) */
};

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgNoteReview, psg_note_review, GTK_TYPE_BOX)

/* Words between what is around them. */
static GtkWidget *
new_words (const char *before,
           const char *words,
           const char *after)
{
  g_autofree char *markup = g_markup_printf_escaped ("<span alpha=\"70%%\">%s</span><b>%s</b>"
                                                     "<span alpha=\"70%%\">%s</span>",
                                                     before != NULL ? before : "", words, after != NULL ? after : "");
  GtkWidget *label = psg_body_label_new ("");

  gtk_label_set_markup (GTK_LABEL (label), markup);

  return label;
}

static GtkWidget *
new_side (const char *heading)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (side), psg_label_new (heading, "page-strong"));

  return side;
}

static void
finish (PsgNoteReview *self,
        const PsgNote *after)
{
  psg_notes_change (psg_session_get_notes (self->session), _("Review Note"), self->note, after, NULL);
  g_signal_emit (self, signals[DONE], 0);
}

static void
use_clicked_cb (GtkWidget *button,
                gpointer   user_data)
{
  PsgNoteReview *self = PSG_NOTE_REVIEW (user_data);
  const PsgAnchorPlace *place = g_object_get_data (G_OBJECT (button), "place");
  g_autoptr (PsgAnchor) anchor = psg_anchor_new_for_range (self->text, place->start, place->end);
  g_autoptr (PsgNote) words = NULL;
  g_autoptr (PsgNote) after = psg_note_copy (self->note);

  words = psg_note_new_about_words (psg_session_get_collection (self->session), self->note->target.id, anchor, 0);
  g_free (after->target.exact);
  g_free (after->target.prefix);
  g_free (after->target.suffix);
  after->target.exact = g_steal_pointer (&words->target.exact);
  after->target.prefix = g_steal_pointer (&words->target.prefix);
  after->target.suffix = g_steal_pointer (&words->target.suffix);
  after->target.start = words->target.start;
  after->target.end = words->target.end;
  after->review = FALSE;
  after->modified = g_get_real_time ();
  finish (self, after);
}

static void
keep_clicked_cb (PsgNoteReview *self)
{
  g_autoptr (PsgNote) after = psg_note_copy (self->note);

  after->review = FALSE;
  after->modified = g_get_real_time ();
  finish (self, after);
}

static void
add_candidate (PsgNoteReview        *self,
               GtkBox               *side,
               const PsgAnchorPlace *place)
{
  guint n = psg_anchor_text_get_n_chars (self->text);
  guint from = place->start > CONTEXT ? place->start - CONTEXT : 0;
  guint to = MIN (n, place->end + CONTEXT);
  g_autofree char *before = psg_anchor_text_dup_range (self->text, from, place->start);
  g_autofree char *words = psg_anchor_text_dup_range (self->text, place->start, place->end);
  g_autofree char *after = psg_anchor_text_dup_range (self->text, place->end, to);
  g_autofree char *left = g_strconcat (from > 0 ? "…" : "", g_strchug (before), NULL);
  g_autofree char *right = g_strconcat (g_strchomp (after), to < n ? "…" : "", NULL);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Use These Words"));

  g_object_set_data_full (G_OBJECT (button), "place", g_memdup2 (place, sizeof *place), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (use_clicked_cb), self);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (side, new_words (left, words, right));
  gtk_box_append (side, button);
}

static void
add_candidates (PsgNoteReview *self,
                GtkBox        *side)
{
  g_autoptr (PsgAnchor) anchor = psg_note_dup_anchor (self->note);
  PsgAnchorMatch match = { .how = PSG_ANCHOR_GONE };

  if (anchor != NULL && self->text != NULL)
    psg_anchor_resolve (anchor, self->text, &match);
  if (psg_anchor_match_is_found (&match))
    add_candidate (self, side, &match.place);
  else
    for (guint i = 0; i < match.n_candidates; i++)
      add_candidate (self, side, &match.candidates[i]);

  if (!psg_anchor_match_is_found (&match) && match.n_candidates == 0)
    gtk_box_append (side, psg_body_label_new (self->text != NULL ? _("Nothing like them is there any more.")
                                                                 : _("The document is there no more.")));
}

static void
add_keep (PsgNoteReview *self,
          const char    *label)
{
  GtkWidget *keep = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_halign (keep, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self), keep);
  g_signal_connect_swapped (keep, "clicked", G_CALLBACK (keep_clicked_cb), self);
}

static void
build_lost (PsgNoteReview *self)
{
  gtk_box_append (GTK_BOX (self), psg_heading_new (_("Needs Review")));
  gtk_box_append (GTK_BOX (self), psg_body_label_new (_("What this note is about is not in the collection any more.")));
  add_keep (self, _("_Keep the Note"));
}

static void
build (PsgNoteReview *self)
{
  GtkWidget *sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *then = new_side (_("As they were"));
  GtkWidget *now = new_side (_("In the text now"));
  const PsgNoteTarget *target = &self->note->target;

  gtk_box_append (GTK_BOX (self), psg_heading_new (_("Needs Review")));
  gtk_box_append (GTK_BOX (self), psg_body_label_new (_("The text has changed, and the words that this note marks "
                                                        "could not be found in it for sure.")));
  gtk_box_append (GTK_BOX (then), new_words (target->prefix, target->exact != NULL ? target->exact : "",
                                             target->suffix));
  add_candidates (self, GTK_BOX (now));
  gtk_widget_set_layout_manager (sides, psg_pair_layout_new (GAP, 2 * SIDE_WIDTH + GAP));
  gtk_box_append (GTK_BOX (sides), then);
  gtk_box_append (GTK_BOX (sides), now);
  gtk_box_append (GTK_BOX (self), sides);
  add_keep (self, _("_Keep Without a Place"));
}

static void
psg_note_review_dispose (GObject *object)
{
  g_clear_object (&PSG_NOTE_REVIEW (object)->session);

  G_OBJECT_CLASS (psg_note_review_parent_class)->dispose (object);
}

static void
psg_note_review_finalize (GObject *object)
{
  PsgNoteReview *self = PSG_NOTE_REVIEW (object);

  g_clear_pointer (&self->note, psg_note_unref);
  g_clear_pointer (&self->text, psg_anchor_text_free);
  g_clear_pointer (&self->document, psg_document_unref);

  G_OBJECT_CLASS (psg_note_review_parent_class)->finalize (object);
}

static void
psg_note_review_class_init (PsgNoteReviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = psg_note_review_dispose;
  object_class->finalize = psg_note_review_finalize;

  signals[DONE] = g_signal_new ("done", PSG_TYPE_NOTE_REVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
psg_note_review_init (PsgNoteReview *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
  gtk_widget_add_css_class (GTK_WIDGET (self), "page-section");
}

/* (transfer floating): @note: on a passage of the session's collection, or on an event or a crossing that was in it */
GtkWidget *
psg_note_review_new (PsgSession    *session,
                     const PsgNote *note)
{
  PsgNoteReview *self = g_object_new (PSG_TYPE_NOTE_REVIEW, NULL);
  PsgCollection *collection = psg_session_get_collection (session);

  self->session = g_object_ref (session);
  self->note = psg_note_ref (note);
  if (note->target.kind != PSG_NOTE_ON_PASSAGE)
    {
      build_lost (self);
      return GTK_WIDGET (self);
    }

  if (psg_collection_find_document (collection, note->target.id) != NULL)
    self->document = psg_collection_load_document (collection, note->target.id, NULL);
  if (self->document != NULL && self->document->text != NULL)
    self->text = psg_anchor_text_new (self->document->text);
  build (self);

  return GTK_WIDGET (self);
}
