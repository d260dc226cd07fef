/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-pair-layout.h"

/* Width first, then the height that follows from it; nothing asks the other way round. */

struct _PsgPairLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
  int least; /* how wide both must be together to stand side by side */
};

G_DEFINE_FINAL_TYPE (PsgPairLayout, psg_pair_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
get_half (PsgPairLayout *self,
          int            width)
{
  return (width - self->spacing) / 2;
}

static int
measure_height (GtkWidget *child,
                int        width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);

  return height;
}

static void
measure_width (PsgPairLayout *self,
               GtkWidget     *widget,
               int           *minimum,
               int           *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least, best;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &best, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, best);
    }
  *natural = MAX (*natural, 2 * *natural + self->spacing);
}

/* Neither is given less than it must have. */
static gboolean
is_beside (PsgPairLayout *self,
           GtkWidget     *widget,
           int            width)
{
  int least, best;

  if (width < self->least)
    return FALSE;
  measure_width (self, widget, &least, &best);

  return least <= get_half (self, width);
}

static void
psg_pair_layout_measure (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  PsgPairLayout *self = PSG_PAIR_LAYOUT (manager);
  int height = 0, width = for_size, least;
  gboolean beside;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, widget, minimum, natural);
      return;
    }

  if (width < 0)
    measure_width (self, widget, &least, &width);
  beside = is_beside (self, widget, width);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (beside)
        height = MAX (height, measure_height (child, get_half (self, width)));
      else
        height += measure_height (child, width) + (height > 0 ? self->spacing : 0);
    }
  *minimum = *natural = height;
}

static void
psg_pair_layout_allocate (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          int               width,
                          int               height,
                          int               baseline)
{
  PsgPairLayout *self = PSG_PAIR_LAYOUT (manager);
  gboolean beside = is_beside (self, widget, width);
  gboolean from_right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int half = get_half (self, width), x = beside && from_right ? width - half : 0, y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_height = beside ? height : measure_height (child, width);

      gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, beside ? half : width, child_height }, -1);
      if (beside)
        x += from_right ? -(half + self->spacing) : half + self->spacing;
      else
        y += child_height + self->spacing;
    }
}

static GtkSizeRequestMode
psg_pair_layout_get_request_mode (GtkLayoutManager *manager,
                                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
psg_pair_layout_class_init (PsgPairLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = psg_pair_layout_measure;
  layout_class->allocate = psg_pair_layout_allocate;
  layout_class->get_request_mode = psg_pair_layout_get_request_mode;
}

static void
psg_pair_layout_init (PsgPairLayout *self)
{
}

/**
 * psg_pair_layout_new:
 * @spacing: between the two, in pixels
 * @least: how wide both must be together to stand side by side, in pixels
 *
 * Returns: (transfer full): a layout
 */
GtkLayoutManager *
psg_pair_layout_new (int spacing,
                     int least)
{
  PsgPairLayout *self = g_object_new (PSG_TYPE_PAIR_LAYOUT, NULL);

  self->spacing = spacing;
  self->least = least;

  return GTK_LAYOUT_MANAGER (self);
}

/**
 * psg_pair_new:
 * @spacing: as for psg_pair_layout_new()
 * @least: likewise
 *
 * Returns: (transfer floating): a box with this layout
 */
GtkWidget *
psg_pair_new (int spacing,
              int least)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, psg_pair_layout_new (spacing, least));

  return box;
}
