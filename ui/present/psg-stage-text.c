/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-stage-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "psg-stage-words.h"

/*
 * A column of labels, laid out as large as fits: a short text is for the last row of a classroom, a long one
 * still whole.
 */

static const double scales[] = { 1.6, 1.45, 1.3, 1.18, 1.08, 1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52, 0.44 };

#define MIN_WIDTH 200
/* As wide as the largest type is still laid out. */
#define MIN_COLUMN 150

struct _PsgStageText
{
  GtkWidget        parent_instance;

  PsgPresentation *presentation; /* owned */
  GtkWidget       *column;
};

G_DEFINE_FINAL_TYPE (PsgStageText, psg_stage_text, GTK_TYPE_WIDGET)

static GtkWidget *
add_label (GtkWidget  *box,
           const char *text,
           const char *css_class)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return NULL;

  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
add_card (GtkWidget  *box,
          const char *heading,
          const char *text,
          const char *css_class)
{
  GtkWidget *card;

  if (text == NULL || *text == '\0')
    return;

  card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_add_css_class (card, css_class);
  add_label (card, heading, "stage-card-heading");
  add_label (card, text, "stage-card-text");
  gtk_box_append (GTK_BOX (box), card);
}

static GtkWidget *
new_column (const PsgStageWords *words)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (column, "stage-column");
  add_label (column, words->over, "stage-over");
  add_label (column, words->heading, "stage-heading");
  add_label (column, words->body, words->quote ? "stage-quote" : "stage-body");
  add_label (column, words->below, "stage-below");
  add_card (column, _("Question"), words->question, "stage-question");
  add_card (column, _("Answer"), words->answer, "stage-answer");

  return column;
}

static void
show_words (PsgStageText *self)
{
  g_autoptr (PsgStageWords) words = psg_stage_words_new (self->presentation);

  g_clear_pointer (&self->column, gtk_widget_unparent);
  self->column = new_column (words);
  gtk_widget_set_parent (self->column, GTK_WIDGET (self));
}

static double
choose_scale (PsgStageText *self,
              int           width,
              int           height)
{
  for (guint i = 0; i + 1 < G_N_ELEMENTS (scales); i++)
    {
      int column = (int) floor (width / scales[i]), least, needed;

      if (column < MIN_COLUMN)
        continue;
      gtk_widget_measure (self->column, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_measure (self->column, GTK_ORIENTATION_VERTICAL, MAX (least, column), &needed, NULL, NULL, NULL);
      if (least <= column && needed * scales[i] <= height)
        return scales[i];
    }

  return scales[G_N_ELEMENTS (scales) - 1];
}

static void
psg_stage_text_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  PsgStageText *self = PSG_STAGE_TEXT (widget);
  double scale = choose_scale (self, width, height);
  int column = (int) floor (width / scale), least, needed;

  gtk_widget_measure (self->column, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  column = MAX (column, least);
  gtk_widget_measure (self->column, GTK_ORIENTATION_VERTICAL, column, &needed, NULL, NULL, NULL);
  gtk_widget_allocate (self->column, column, MAX (needed, (int) floor (height / scale)), -1,
                       gsk_transform_scale (NULL, (float) scale, (float) scale));
}

static void
psg_stage_text_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : 0;
}

static void
psg_stage_text_dispose (GObject *object)
{
  PsgStageText *self = PSG_STAGE_TEXT (object);

  g_clear_pointer (&self->column, gtk_widget_unparent);
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (psg_stage_text_parent_class)->dispose (object);
}

static void
psg_stage_text_class_init (PsgStageTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = psg_stage_text_dispose;
  widget_class->size_allocate = psg_stage_text_size_allocate;
  widget_class->measure = psg_stage_text_measure;
  gtk_widget_class_set_css_name (widget_class, "stagetext");
}

static void
psg_stage_text_init (PsgStageText *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * psg_stage_text_new:
 * @presentation: what is presented
 *
 * Returns: (transfer floating): its words
 */
GtkWidget *
psg_stage_text_new (PsgPresentation *presentation)
{
  PsgStageText *self;

  g_return_val_if_fail (PSG_IS_PRESENTATION (presentation), NULL);

  self = g_object_new (PSG_TYPE_STAGE_TEXT, NULL);
  self->presentation = g_object_ref (presentation);
  g_signal_connect_object (presentation, "words-changed", G_CALLBACK (show_words), self, G_CONNECT_SWAPPED);
  show_words (self);

  return GTK_WIDGET (self);
}
