/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-reader-image.h"

#include "psg-image.h"
#include "psg-rows.h"

/* How large it is is known from its first bytes, so that the text has its place at once; it is decoded in a
 * thread of its own. */

/* Until it is known how much room there is. */
#define FIRST_ROOM 340

struct _PsgReaderImage
{
  AdwBin parent_instance;

  char *label;
  guint width; /* of the image, in pixels; 0 where there is none */
  guint height;
};

G_DEFINE_FINAL_TYPE (PsgReaderImage, psg_reader_image, ADW_TYPE_BIN)

static void
show_missing (PsgReaderImage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->width = self->height = 0;
  gtk_widget_set_size_request (GTK_WIDGET (self), -1, -1);
  gtk_widget_add_css_class (GTK_WIDGET (self), "missing");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("image-missing-symbolic"));
  gtk_box_append (GTK_BOX (box), psg_label_new (self->label, NULL));
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
decode_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      bytes,
                  GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  GdkTexture *texture = gdk_texture_new_from_bytes (bytes, &error);

  if (texture != NULL)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
decoded_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  PsgReaderImage *self = PSG_READER_IMAGE (source);
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), NULL);
  GtkWidget *picture = adw_bin_get_child (ADW_BIN (self));

  if (!GTK_IS_PICTURE (picture))
    return;

  if (texture != NULL)
    gtk_picture_set_paintable (GTK_PICTURE (picture), GDK_PAINTABLE (texture));
  else
    show_missing (self);
}

static void
show_bytes (PsgReaderImage *self,
            GBytes         *bytes)
{
  GtkWidget *picture = gtk_picture_new ();
  g_autoptr (GTask) task = g_task_new (self, NULL, decoded_cb, NULL);

  gtk_picture_set_alternative_text (GTK_PICTURE (picture), self->label);
  gtk_widget_set_tooltip_text (picture, self->label);
  adw_bin_set_child (ADW_BIN (self), picture);
  psg_reader_image_fit (self, FIRST_ROOM);

  g_task_set_task_data (task, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, decode_in_thread);
}

static void
psg_reader_image_finalize (GObject *object)
{
  g_free (PSG_READER_IMAGE (object)->label);

  G_OBJECT_CLASS (psg_reader_image_parent_class)->finalize (object);
}

static void
psg_reader_image_class_init (PsgReaderImageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = psg_reader_image_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "readerimage");
}

static void
psg_reader_image_init (PsgReaderImage *self)
{
}

/**
 * psg_reader_image_new:
 * @collection: what it lies in
 * @name: which
 * @label: what it shows, in words
 *
 * Returns: (transfer floating): it, or its words if it is not there or cannot be shown
 */
GtkWidget *
psg_reader_image_new (PsgCollection *collection,
                      const char    *name,
                      const char    *label)
{
  PsgReaderImage *self = g_object_new (PSG_TYPE_READER_IMAGE, NULL);
  g_autoptr (GBytes) bytes = psg_collection_load_image (collection, name, NULL);

  self->label = g_strdup (label);
  if (bytes != NULL && psg_image_check (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                        &self->width, &self->height) == NULL)
    show_bytes (self, bytes);
  else
    show_missing (self);

  return GTK_WIDGET (self);
}

/**
 * psg_reader_image_fit:
 * @self: an image
 * @room: how wide it may be, in pixels
 */
void
psg_reader_image_fit (PsgReaderImage *self,
                      int             room)
{
  int width;

  g_return_if_fail (PSG_IS_READER_IMAGE (self));

  if (self->width == 0 || room <= 0)
    return;

  width = MIN (room, (int) self->width);
  gtk_widget_set_size_request (GTK_WIDGET (self), width, MAX (1, (int) ((gint64) width * self->height / self->width)));
}

/**
 * psg_reader_image_get_texture:
 *
 * Returns: (transfer none) (nullable): what it shows; %NULL while it is not decoded, or if it cannot be
 */
GdkTexture *
psg_reader_image_get_texture (PsgReaderImage *self)
{
  GtkWidget *picture;
  GdkPaintable *paintable;

  g_return_val_if_fail (PSG_IS_READER_IMAGE (self), NULL);

  picture = adw_bin_get_child (ADW_BIN (self));
  paintable = GTK_IS_PICTURE (picture) ? gtk_picture_get_paintable (GTK_PICTURE (picture)) : NULL;

  return paintable != NULL ? GDK_TEXTURE (paintable) : NULL;
}

const char *
psg_reader_image_get_label (PsgReaderImage *self)
{
  g_return_val_if_fail (PSG_IS_READER_IMAGE (self), NULL);

  return self->label;
}
