/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-stage.h"

#include <glib/gi18n-lib.h>

#include "psg-stage-glass.h"
#include "psg-stage-text.h"
#include "psg-stage-words.h"

/*
 * The composition for a room. Who makes map and timeline joins them here: the stage knows neither.
 */

/* Of the stage's height, and of its width. */
#define TIMELINE_SHARE 0.44
#define TEXT_SHARE 0.38
#define TEXT_MAX 520

struct _PsgStage
{
  GtkWidget        parent_instance;

  PsgPresentation *presentation; /* owned */

  /* children */
  GtkWidget       *map;
  GtkWidget       *text;
  GtkWidget       *timeline;
  GtkWidget       *glass;
};

G_DEFINE_FINAL_TYPE (PsgStage, psg_stage, GTK_TYPE_WIDGET)

static int
get_least (GtkWidget     *widget,
           GtkOrientation orientation)
{
  int least;

  gtk_widget_measure (widget, orientation, -1, &least, NULL, NULL, NULL);

  return least;
}

static void
psg_stage_measure (GtkWidget     *widget,
                   GtkOrientation orientation,
                   int            for_size,
                   int           *minimum,
                   int           *natural,
                   int           *minimum_baseline,
                   int           *natural_baseline)
{
  PsgStage *self = PSG_STAGE (widget);
  int map = get_least (self->map, orientation), text = get_least (self->text, orientation);
  int timeline = get_least (self->timeline, orientation);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MAX (map + text, timeline);
  else
    *minimum = MAX (map, text) + timeline;
  *natural = MAX (*minimum, PSG_STAGE_HEIGHT);
}

static void
allocate (GtkWidget *child,
          int        x,
          int        y,
          int        width,
          int        height)
{
  gtk_widget_allocate (child, width, height, -1, gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (x, y)));
}

static void
psg_stage_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  PsgStage *self = PSG_STAGE (widget);
  int below = MAX ((int) (height * TIMELINE_SHARE), get_least (self->timeline, GTK_ORIENTATION_VERTICAL));
  int beside = CLAMP ((int) (width * TEXT_SHARE), get_least (self->text, GTK_ORIENTATION_HORIZONTAL), TEXT_MAX);

  allocate (self->map, 0, 0, width - beside, height - below);
  allocate (self->text, width - beside, 0, beside, height - below);
  allocate (self->timeline, 0, height - below, width, below);
  allocate (self->glass, 0, 0, width, height);
}

/* A focused control whose name changes is read out: so a change of step is heard wherever one is. */
static void
speak (PsgStage *self)
{
  g_autoptr (PsgStageWords) words = psg_stage_words_new (self->presentation);
  g_autofree char *text = NULL;

  text = psg_stage_words_speak (words, psg_presentation_get_step (self->presentation),
                                psg_presentation_get_n_steps (self->presentation));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
psg_stage_dispose (GObject *object)
{
  PsgStage *self = PSG_STAGE (object);

  g_clear_pointer (&self->map, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_pointer (&self->timeline, gtk_widget_unparent);
  g_clear_pointer (&self->glass, gtk_widget_unparent);
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (psg_stage_parent_class)->dispose (object);
}

static void
psg_stage_class_init (PsgStageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = psg_stage_dispose;
  widget_class->measure = psg_stage_measure;
  widget_class->size_allocate = psg_stage_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "stage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
psg_stage_init (PsgStage *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * psg_stage_new:
 * @presentation: what is presented
 * @map: (transfer floating): a map of its session
 * @timeline: (transfer floating): a timeline of its session
 *
 * Returns: (transfer floating): a stage
 */
GtkWidget *
psg_stage_new (PsgPresentation *presentation,
               GtkWidget       *map,
               GtkWidget       *timeline)
{
  PsgStage *self;

  g_return_val_if_fail (PSG_IS_PRESENTATION (presentation), NULL);

  self = g_object_new (PSG_TYPE_STAGE, NULL);
  self->presentation = g_object_ref (presentation);
  self->map = map;
  self->text = psg_stage_text_new (presentation);
  self->timeline = timeline;
  self->glass = psg_stage_glass_new (presentation);
  gtk_widget_set_parent (self->map, GTK_WIDGET (self));
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  gtk_widget_set_parent (self->timeline, GTK_WIDGET (self));
  gtk_widget_set_parent (self->glass, GTK_WIDGET (self));
  g_signal_connect_object (presentation, "words-changed", G_CALLBACK (speak), self, G_CONNECT_SWAPPED);
  speak (self);

  return GTK_WIDGET (self);
}
