/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-legend.h"

#include "psg-palette.h"

/* The four signs with their words; where room is short, without. It does not know
 * which of them the map shows now. */

#define RADIUS 8
#define SPACING 14

struct _PsgMapLegend
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (PsgMapLegend, psg_map_legend, GTK_TYPE_WIDGET)

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        status)
{
  psg_status_glyph_draw (cr, psg_palette_get_scheme (), GPOINTER_TO_UINT (status), width / 2.0, height / 2.0, RADIUS);
}

static void
add_entry (PsgMapLegend *self,
           PsgStatus     status)
{
  GtkWidget *entry = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sign = gtk_drawing_area_new ();

  gtk_widget_set_size_request (sign, 2 * RADIUS, 2 * RADIUS);
  gtk_widget_set_valign (sign, GTK_ALIGN_CENTER);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (sign), draw_cb, GUINT_TO_POINTER (status), NULL);
  psg_palette_watch (G_OBJECT (sign), G_CALLBACK (gtk_widget_queue_draw));
  gtk_box_append (GTK_BOX (entry), sign);
  gtk_box_append (GTK_BOX (entry), gtk_label_new (psg_status_get_label (status)));
  gtk_widget_set_tooltip_text (entry, psg_status_get_label (status));
  gtk_widget_set_parent (entry, GTK_WIDGET (self));
}

static void
psg_map_legend_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (psg_map_legend_parent_class)->dispose (object);
}

static void
psg_map_legend_class_init (PsgMapLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = psg_map_legend_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "maplegend");
}

static void
psg_map_legend_init (PsgMapLegend *self)
{
  static const PsgStatus order[] = {
    PSG_STATUS_OPEN, PSG_STATUS_RESTRICTED, PSG_STATUS_CLOSED, PSG_STATUS_UNKNOWN,
  };

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), SPACING);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    add_entry (self, order[i]);
}

/**
 * psg_map_legend_new:
 *
 * Returns: (transfer floating): a legend
 */
GtkWidget *
psg_map_legend_new (void)
{
  return g_object_new (PSG_TYPE_MAP_LEGEND, NULL);
}

/**
 * psg_map_legend_set_compact:
 * @self: the legend
 * @compact: whether to show signs alone; their words are in the tooltips
 */
void
psg_map_legend_set_compact (PsgMapLegend *self,
                            gboolean      compact)
{
  g_return_if_fail (PSG_IS_MAP_LEGEND (self));

  /* In so narrow a map it meets the attribution and stands above it. */
  if (compact)
    gtk_widget_add_css_class (GTK_WIDGET (self), "compact");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "compact");

  for (GtkWidget *entry = gtk_widget_get_first_child (GTK_WIDGET (self)); entry != NULL;
       entry = gtk_widget_get_next_sibling (entry))
    gtk_widget_set_visible (gtk_widget_get_last_child (entry), !compact);
}
