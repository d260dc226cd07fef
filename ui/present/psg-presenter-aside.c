/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-presenter-aside.h"

#include <glib/gi18n-lib.h>

#include "psg-rows.h"

/* The column beside the stage. It is made anew for each step. */

#define NEXT_WIDTH 176
#define NEXT_HEIGHT 99

#define SCALE_MIN 0.7
#define SCALE_MAX 3.0
#define SCALE_STEP 1.15

struct _PsgPresenterAside
{
  GtkWidget        parent_instance;

  PsgPresentation *presentation; /* owned */
  PsgStepPicture   picture;
  gpointer         user_data;
  double           notes_scale;

  /* children */
  GtkWidget       *box;
  GtkWidget       *next_heading;
  GtkWidget       *next_picture;
  GtkWidget       *next_date;
  GtkWidget       *next_title;
  GtkWidget       *notes;
  GtkWidget       *scroller;
  GtkWidget       *question;
  GtkWidget       *question_text;
  GtkWidget       *answer_text;
};

enum
{
  PROP_NOTES_SCALE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PsgPresenterAside, psg_presenter_aside, GTK_TYPE_WIDGET)

static char *
describe_date (PsgPresentation *presentation,
               guint            step)
{
  const PsgLessonStep *said = psg_presentation_get_lesson_step (presentation, step);
  PsgCollection *collection = psg_session_get_collection (psg_presentation_get_session (presentation));
  guint row = psg_presentation_get_row (presentation, step);

  if (said != NULL)
    return psg_day_format_short (said->playhead);
  if (row == PSG_ROW_NONE)
    return g_strdup ("");

  return psg_day_format_short (psg_day_from_minutes (psg_event_table_get_span (psg_collection_get_events (collection),
                                                                               row).start));
}

static void
show_next (PsgPresenterAside *self)
{
  guint step = psg_presentation_get_step (self->presentation) + 1;
  guint n = psg_presentation_get_n_steps (self->presentation);
  gboolean last = step >= n;
  /* Translators: which step of a lesson comes next, and of how many */
  g_autofree char *heading = last ? g_strdup (_("Last step")) : g_strdup_printf (_("Next: %u of %u"), step + 1, n);
  g_autofree char *date = last ? g_strdup ("") : describe_date (self->presentation, step);
  g_autoptr (GdkPaintable) paintable = NULL;

  if (!last && self->picture != NULL)
    paintable = self->picture (self->presentation, step, NEXT_WIDTH, NEXT_HEIGHT, self->user_data);
  gtk_label_set_label (GTK_LABEL (self->next_heading), heading);
  gtk_label_set_label (GTK_LABEL (self->next_date), date);
  gtk_label_set_label (GTK_LABEL (self->next_title),
                       last ? _("This is the end of it.") : psg_presentation_get_heading (self->presentation, step));
  gtk_picture_set_paintable (GTK_PICTURE (self->next_picture), paintable);
  gtk_widget_set_visible (self->next_picture, paintable != NULL);
}

static void
scale_notes (PsgPresenterAside *self)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (self->notes_scale));
  gtk_label_set_attributes (GTK_LABEL (self->notes), attributes);
}

static void
show_notes (PsgPresenterAside *self)
{
  const PsgLessonStep *step;
  const char *notes;

  step = psg_presentation_get_lesson_step (self->presentation, psg_presentation_get_step (self->presentation));
  notes = step != NULL && step->notes != NULL ? psg_text_get (step->notes) : NULL;
  gtk_label_set_label (GTK_LABEL (self->notes), notes != NULL ? notes : _("No notes to this step."));
  if (notes != NULL)
    gtk_widget_remove_css_class (self->notes, "dim-label");
  else
    gtk_widget_add_css_class (self->notes, "dim-label");
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);

  gtk_widget_set_visible (self->question, step != NULL && step->question != NULL);
  if (step == NULL || step->question == NULL)
    return;
  gtk_label_set_label (GTK_LABEL (self->question_text), psg_text_get (step->question));
  gtk_label_set_label (GTK_LABEL (self->answer_text), step->answer != NULL ? psg_text_get (step->answer) : "");
  gtk_widget_set_visible (self->answer_text, step->answer != NULL);
}

static void
show_step (PsgPresenterAside *self)
{
  show_next (self);
  show_notes (self);
}

static void
set_scale (PsgPresenterAside *self,
           double             scale)
{
  self->notes_scale = CLAMP (scale, SCALE_MIN, SCALE_MAX);
  scale_notes (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTES_SCALE]);
}

static void
psg_presenter_aside_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  if (id == PROP_NOTES_SCALE)
    g_value_set_double (value, PSG_PRESENTER_ASIDE (object)->notes_scale);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
psg_presenter_aside_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  if (id == PROP_NOTES_SCALE)
    set_scale (PSG_PRESENTER_ASIDE (object), g_value_get_double (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
psg_presenter_aside_dispose (GObject *object)
{
  PsgPresenterAside *self = PSG_PRESENTER_ASIDE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (psg_presenter_aside_parent_class)->dispose (object);
}

static void
psg_presenter_aside_class_init (PsgPresenterAsideClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = psg_presenter_aside_get_property;
  object_class->set_property = psg_presenter_aside_set_property;
  object_class->dispose = psg_presenter_aside_dispose;

  properties[PROP_NOTES_SCALE] = g_param_spec_double ("notes-scale", NULL, NULL, SCALE_MIN, SCALE_MAX, 1,
                                                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                      G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "presenteraside");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
psg_presenter_aside_init (PsgPresenterAside *self)
{
  self->notes_scale = 1;
}

static GtkWidget *
new_next (PsgPresenterAside *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->next_picture = gtk_picture_new ();
  gtk_widget_set_size_request (self->next_picture, NEXT_WIDTH, NEXT_HEIGHT);
  gtk_widget_set_valign (self->next_picture, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->next_picture, "step-picture");
  gtk_widget_set_overflow (self->next_picture, GTK_OVERFLOW_HIDDEN);
  self->next_date = psg_label_new ("", "dim-label");
  self->next_title = psg_label_new ("", "next-title");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), self->next_date);
  gtk_box_append (GTK_BOX (texts), self->next_title);
  gtk_box_append (GTK_BOX (row), self->next_picture);
  gtk_box_append (GTK_BOX (row), texts);

  return row;
}

static GtkWidget *
new_size_button (const char *icon,
                 const char *action,
                 const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return button;
}

static GtkWidget *
new_notes_heading (void)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = psg_label_new (_("Your notes"), "aside-heading");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), new_size_button ("zoom-out-symbolic", "present.notes-smaller",
                                                  _("Smaller Notes (Ctrl+−)")));
  gtk_box_append (GTK_BOX (row), new_size_button ("zoom-in-symbolic", "present.notes-larger",
                                                  _("Larger Notes (Ctrl++)")));

  return row;
}

static GtkWidget *
new_notes (PsgPresenterAside *self)
{
  self->notes = psg_label_new ("", "presenter-notes");
  gtk_label_set_selectable (GTK_LABEL (self->notes), FALSE);
  gtk_widget_set_valign (self->notes, GTK_ALIGN_START);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->notes);
  gtk_widget_set_vexpand (self->scroller, TRUE);

  return self->scroller;
}

static GtkWidget *
new_question (PsgPresenterAside *self)
{
  self->question = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (self->question, "aside-question");
  gtk_box_append (GTK_BOX (self->question), psg_label_new (_("Question to the class (answer: Q)"), "aside-heading"));
  self->question_text = psg_label_new ("", "aside-text");
  self->answer_text = psg_label_new ("", "aside-answer");
  gtk_box_append (GTK_BOX (self->question), self->question_text);
  gtk_box_append (GTK_BOX (self->question), self->answer_text);

  return self->question;
}

/**
 * psg_presenter_aside_new:
 * @presentation: what is presented
 * @picture: (nullable): pictures the steps
 * @user_data: handed to @picture
 *
 * Returns: (transfer floating): what the presenter reads, in a window with the presentation's actions
 */
GtkWidget *
psg_presenter_aside_new (PsgPresentation *presentation,
                         PsgStepPicture   picture,
                         gpointer         user_data)
{
  PsgPresenterAside *self = g_object_new (PSG_TYPE_PRESENTER_ASIDE, NULL);

  self->presentation = g_object_ref (presentation);
  self->picture = picture;
  self->user_data = user_data;
  self->next_heading = psg_label_new ("", "aside-heading");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  gtk_box_append (GTK_BOX (self->box), self->next_heading);
  gtk_box_append (GTK_BOX (self->box), new_next (self));
  gtk_box_append (GTK_BOX (self->box), new_notes_heading ());
  gtk_box_append (GTK_BOX (self->box), new_notes (self));
  gtk_box_append (GTK_BOX (self->box), new_question (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  g_signal_connect_object (presentation, "notify::step", G_CALLBACK (show_step), self, G_CONNECT_SWAPPED);
  show_step (self);

  return GTK_WIDGET (self);
}

/**
 * psg_presenter_aside_step_notes:
 * @self: a presenter's column
 * @direction: 1 for larger notes, −1 for smaller ones
 */
void
psg_presenter_aside_step_notes (PsgPresenterAside *self,
                                int                direction)
{
  g_return_if_fail (PSG_IS_PRESENTER_ASIDE (self));

  set_scale (self, direction > 0 ? self->notes_scale * SCALE_STEP : self->notes_scale / SCALE_STEP);
}
