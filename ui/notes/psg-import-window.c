/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-import-window.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "psg-lesson-words.h"
#include "psg-rows.h"

/* What came of an import. Both of two notes or lessons that differ are kept before this is shown; choosing one puts
 * the other into the bin, as one step for all notes and one for all lessons. */

#define WINDOW_WIDTH 560
#define WINDOW_HEIGHT 520
/* More is not read through in a window; they have the status "to check" all the same. */
#define MAX_SHOWN 100

/* As PsgLessonKeep. */
typedef enum
{
  KEEP_BOTH,
  KEEP_OURS,
  KEEP_THEIRS,
} Choice;

#define PSG_TYPE_IMPORT_WINDOW (psg_import_window_get_type ())
G_DECLARE_FINAL_TYPE (PsgImportWindow, psg_import_window, PSG, IMPORT_WINDOW, AdwWindow)

struct _PsgImportWindow
{
  AdwWindow parent_instance;

  PsgNotes *notes;      /* owned */
  GPtrArray *conflicts; /* owned */
  GPtrArray *choices;   /* of GtkDropDown, borrowed: as conflicts */
  PsgLessons *lessons;  /* owned (nullable) */
  GPtrArray *lesson_conflicts; /* owned */
  GPtrArray *lesson_choices;   /* as choices */
};

G_DEFINE_FINAL_TYPE (PsgImportWindow, psg_import_window, ADW_TYPE_WINDOW)

static PsgNote *
put_in_bin (const PsgNote *note,
            gint64         now)
{
  PsgNote *binned = psg_note_copy (note);

  binned->deleted = now;

  return binned;
}

/* What they wrote, in the place of what the person did. */
static PsgNote *
put_in_place (const PsgMergeConflict *conflict)
{
  PsgNote *note = psg_note_copy (conflict->theirs);

  g_free (note->id);
  note->id = g_strdup (conflict->ours->id);
  note->status = conflict->ours->status;
  g_strfreev (note->links);
  note->links = g_strdupv (conflict->ours->links);

  return note;
}

static void
settle_lessons (PsgImportWindow *self,
                gint64           now)
{
  g_autoptr (GPtrArray) changes = psg_lesson_changes_new ();

  for (guint i = 0; i < self->lesson_choices->len; i++)
    {
      PsgLessonKeep keep = gtk_drop_down_get_selected (g_ptr_array_index (self->lesson_choices, i));

      psg_lesson_conflict_settle (g_ptr_array_index (self->lesson_conflicts, i), keep, now, changes);
    }
  if (changes->len > 0)
    psg_lessons_apply (self->lessons, _("Choose between Lessons"), changes, NULL);
}

static void
settle_notes (PsgImportWindow *self,
              gint64           now)
{
  g_autoptr (GPtrArray) changes = psg_note_changes_new ();

  for (guint i = 0; i < self->choices->len; i++)
    {
      const PsgMergeConflict *conflict = g_ptr_array_index (self->conflicts, i);
      Choice choice = gtk_drop_down_get_selected (g_ptr_array_index (self->choices, i));
      g_autoptr (PsgNote) binned = NULL;

      if (choice == KEEP_BOTH)
        continue;
      if (choice == KEEP_THEIRS)
        {
          g_autoptr (PsgNote) after = put_in_place (conflict);

          g_ptr_array_add (changes, psg_note_change_new (conflict->ours, after));
        }
      binned = put_in_bin (conflict->theirs, now);
      g_ptr_array_add (changes, psg_note_change_new (conflict->theirs, binned));
    }

  if (changes->len > 0)
    psg_notes_apply (self->notes, _("Choose between Notes"), changes, NULL);
}

static void
done_cb (PsgImportWindow *self)
{
  gint64 now = g_get_real_time ();

  settle_notes (self, now);
  settle_lessons (self, now);
  gtk_window_close (GTK_WINDOW (self));
}

static GtkWidget *
new_side (const char *heading,
          const char *body,
          const char *facts)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (box), psg_label_new (heading, "page-strong"));
  gtk_box_append (GTK_BOX (box), psg_body_label_new (body));
  if (*facts != '\0')
    gtk_box_append (GTK_BOX (box), psg_label_new (facts, "row-subtitle"));
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_add_css_class (box, "import-side");

  return box;
}

static GtkWidget *
new_note_side (const char    *heading,
               const PsgNote *note)
{
  g_autofree char *tags = note->tags != NULL ? g_strjoinv (", ", note->tags) : g_strdup ("");
  g_autofree char *facts = psg_join_facts (note->colour != PSG_NOTE_NO_COLOUR ? psg_note_colour_get_label (note->colour)
                                                                              : "",
                                           tags, NULL);

  return new_side (heading, *note->body != '\0' ? note->body : _("Without words"), facts);
}

/* What it is called, how long it is, and which steps are others. */
static GtkWidget *
new_lesson_side (const char      *heading,
                 const PsgLesson *lesson,
                 const PsgLesson *other)
{
  g_autofree char *facts = psg_lesson_dup_facts (lesson);
  g_autofree char *differing = psg_lesson_conflict_dup_differing (lesson, other);
  g_autofree char *body = g_strconcat (psg_lesson_get_title (lesson), *differing != '\0' ? "\n" : "", differing, NULL);

  return new_side (heading, body, facts);
}

/* Returns: (transfer none): the choice */
static GtkWidget *
add_card (GtkBox     *content,
          GtkWidget  *ours,
          GtkWidget  *theirs,
          const char *label)
{
  const char *const choices[] = { _("Keep both"), _("Keep mine"), _("Keep the imported one"), NULL };
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *choice = gtk_drop_down_new_from_strings ((const char **) choices);

  gtk_box_set_homogeneous (GTK_BOX (sides), TRUE);
  gtk_box_append (GTK_BOX (sides), ours);
  gtk_box_append (GTK_BOX (sides), theirs);
  gtk_widget_set_halign (choice, GTK_ALIGN_END);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "import-card");
  gtk_box_append (GTK_BOX (card), sides);
  gtk_box_append (GTK_BOX (card), choice);
  gtk_box_append (content, card);

  return choice;
}

static void
add_conflicts (PsgImportWindow *self,
               GtkBox          *content)
{
  for (guint i = 0; i < self->lesson_conflicts->len && i < MAX_SHOWN && self->lessons != NULL; i++)
    {
      const PsgLessonConflict *conflict = g_ptr_array_index (self->lesson_conflicts, i);

      g_ptr_array_add (self->lesson_choices,
                       add_card (content, new_lesson_side (_("Your lesson"), conflict->ours, conflict->theirs),
                                 new_lesson_side (_("Imported"), conflict->theirs, conflict->ours),
                                 _("Which lesson to keep")));
    }
  for (guint i = 0; i < self->conflicts->len && i < MAX_SHOWN; i++)
    {
      const PsgMergeConflict *conflict = g_ptr_array_index (self->conflicts, i);

      g_ptr_array_add (self->choices, add_card (content, new_note_side (_("Yours"), conflict->ours),
                                                new_note_side (_("Imported"), conflict->theirs), _("Which to keep")));
    }
}

static void
add_messages (GtkBox    *content,
              GPtrArray *messages)
{
  GtkWidget *expander = gtk_expander_new (_("What was not understood"));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < messages->len && i < MAX_SHOWN; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (messages, i));
  gtk_expander_set_child (GTK_EXPANDER (expander), psg_body_label_new (text->str));
  gtk_box_append (content, expander);
}

static void
build (PsgImportWindow *self,
       const char      *summary,
       GPtrArray       *messages)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *done = gtk_button_new_with_mnemonic (_("_Done"));
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (done, "suggested-action");
  g_signal_connect_swapped (done, "clicked", G_CALLBACK (done_cb), self);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), done);
  gtk_widget_add_css_class (content, "import-content");
  gtk_box_append (GTK_BOX (content), psg_body_label_new (summary));
  add_conflicts (self, GTK_BOX (content));
  if (messages->len > 0)
    add_messages (GTK_BOX (content), messages);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), content);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_widget (GTK_WINDOW (self), done);
}

static void
psg_import_window_finalize (GObject *object)
{
  PsgImportWindow *self = PSG_IMPORT_WINDOW (object);

  g_clear_object (&self->notes);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_ptr_array_unref (self->choices);
  g_clear_object (&self->lessons);
  g_clear_pointer (&self->lesson_conflicts, g_ptr_array_unref);
  g_ptr_array_unref (self->lesson_choices);

  G_OBJECT_CLASS (psg_import_window_parent_class)->finalize (object);
}

static void
psg_import_window_class_init (PsgImportWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = psg_import_window_finalize;

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
psg_import_window_init (PsgImportWindow *self)
{
  self->choices = g_ptr_array_new ();
  self->lesson_choices = g_ptr_array_new ();
}

GtkWindow *
psg_import_window_show (GtkWindow  *parent,
                        const char *summary,
                        PsgNotes   *notes,
                        GPtrArray  *conflicts,
                        PsgLessons *lessons,
                        GPtrArray  *lesson_conflicts,
                        GPtrArray  *messages)
{
  PsgImportWindow *self = g_object_new (PSG_TYPE_IMPORT_WINDOW,
                                        "transient-for", parent,
                                        "modal", TRUE,
                                        "title", _("Import"),
                                        "default-width", WINDOW_WIDTH,
                                        "default-height", WINDOW_HEIGHT,
                                        NULL);

  g_set_object (&self->notes, notes);
  self->conflicts = g_ptr_array_ref (conflicts);
  g_set_object (&self->lessons, lessons);
  self->lesson_conflicts = g_ptr_array_ref (lesson_conflicts);
  build (self, summary, messages);
  gtk_window_present (GTK_WINDOW (self));

  return GTK_WINDOW (self);
}
