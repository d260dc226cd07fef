/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-fingers.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

/*
 * Speaks to Xorg's input driver for tests, inputtestdrv(4), one socket a device: a message is its length, its
 * kind and what belongs to the kind, in the machine's own order of bytes; "synchronise" is answered once
 * the server is done with all before it. Kinds, sizes and places are those of version 1.1, which each side names first.
 */

#define MAX_FINGERS 5
#define MAX_AXES 64
/* How far the axes of a touchscreen go. */
#define FAR 65535.0
#define TIMEOUT_SECONDS 20

enum { KIND_VERSION = 0, KIND_SYNCHRONISE = 1, KIND_TOUCH = 6, KIND_PINCH = 7 };

/* As the X Input Extension numbers them. */
enum { TOUCH_BEGIN = 18, TOUCH_UPDATE = 19, TOUCH_END = 20, PINCH_BEGIN = 27, PINCH_UPDATE = 28, PINCH_END = 29 };

typedef struct
{
  guint32 length;
  guint32 kind;
} Head;

typedef struct
{
  Head head;
  guint16 major;
  guint16 minor;
} Version;

typedef struct
{
  Head head;
  guint32 finger;
  guint32 what;
  guint32 has_raw;
  guint8 mask[MAX_AXES / 8];
  double axes[MAX_AXES];
  double raw_axes[MAX_AXES];
} Touch;

typedef struct
{
  Head head;
  guint16 what;
  guint16 n_fingers;
  guint32 flags;
  double dx;
  double dy;
  double raw_dx;
  double raw_dy;
  double scale;
  double angle;
} Pinch;

struct _PsgFingers
{
  int screen;
  int pad;
  int width;
  int height;
  double x[MAX_FINGERS];
  double y[MAX_FINGERS];
};

static void
send_message (int   device,
              Head *message)
{
  g_assert_cmpint (send (device, message, message->length, MSG_NOSIGNAL), ==, message->length);
}

static void
receive_message (int    device,
                 void  *answer,
                 gsize  length)
{
  g_assert_cmpint (recv (device, answer, length, MSG_WAITALL), ==, length);
  g_assert_cmpuint (((Head *) answer)->length, ==, length);
}

/* A message and the wait until the server is done with it. */
static void
do_message (int   device,
            Head *message)
{
  Head wait = { sizeof (Head), KIND_SYNCHRONISE }, answer;

  send_message (device, message);
  send_message (device, &wait);
  receive_message (device, &answer, sizeof answer);
}

/* The server makes the socket a moment after it takes programs. */
static int
connect_to (const char *name)
{
  const char *folder = g_getenv ("PSG_FINGERS");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : "", name, NULL);
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  const struct timeval timeout = { .tv_sec = TIMEOUT_SECONDS };
  int device = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  Version version = { { sizeof version, KIND_VERSION }, 1, 1 };

  g_assert_cmpint (device, >=, 0);
  g_assert_cmpuint (g_strlcpy (address.sun_path, path, sizeof address.sun_path), <, sizeof address.sun_path);
  for (guint i = 0; connect (device, (struct sockaddr *) &address, sizeof address) != 0; i++)
    {
      if (i == 100 || folder == NULL)
        g_error ("%s: %s", path, g_strerror (errno));
      g_usleep (G_USEC_PER_SEC / 20);
    }

  setsockopt (device, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout);
  send_message (device, &version.head);
  receive_message (device, &version, sizeof version);
  g_assert_cmpuint (version.major, ==, 1);

  return device;
}

static void
touch (PsgFingers *self,
       guint       finger,
       guint       what)
{
  Touch message = { { sizeof message, KIND_TOUCH }, .finger = finger, .what = what };

  g_assert_cmpuint (finger, <, MAX_FINGERS);
  message.mask[0] = 1 << 0 | 1 << 1;
  message.axes[0] = CLAMP ((self->x[finger] + 0.5) / self->width, 0, 1) * FAR;
  message.axes[1] = CLAMP ((self->y[finger] + 0.5) / self->height, 0, 1) * FAR;
  do_message (self->screen, &message.head);
}

static void
pinch (PsgFingers *self,
       guint       what,
       double      scale,
       double      dx,
       double      dy)
{
  Pinch message = { { sizeof message, KIND_PINCH }, .what = what, .n_fingers = 2, .scale = scale,
                    .dx = dx, .dy = dy, .raw_dx = dx, .raw_dy = dy };

  do_message (self->pad, &message.head);
}

/**
 * psg_fingers_new:
 * @width: of the screen, in pixels
 * @height: of the screen, in pixels
 *
 * Returns: (transfer full): fingers that touch nothing yet
 */
PsgFingers *
psg_fingers_new (int width,
                 int height)
{
  PsgFingers *self = g_new0 (PsgFingers, 1);

  self->width = width;
  self->height = height;
  self->screen = connect_to ("touchscreen");
  self->pad = connect_to ("touchpad");

  return self;
}

void
psg_fingers_free (PsgFingers *self)
{
  close (self->screen);
  close (self->pad);
  g_free (self);
}

/**
 * psg_fingers_press:
 * @self: fingers
 * @finger: one that does not touch the screen, 0 to 4
 * @x: where it comes down, in pixels of the screen
 * @y: the same downwards
 */
void
psg_fingers_press (PsgFingers *self,
                   guint       finger,
                   double      x,
                   double      y)
{
  self->x[finger] = x;
  self->y[finger] = y;
  touch (self, finger, TOUCH_BEGIN);
}

/**
 * psg_fingers_move:
 * @self: fingers
 * @finger: one that touches the screen
 * @x: where it goes, in one jump
 * @y: the same downwards
 */
void
psg_fingers_move (PsgFingers *self,
                  guint       finger,
                  double      x,
                  double      y)
{
  self->x[finger] = x;
  self->y[finger] = y;
  touch (self, finger, TOUCH_UPDATE);
}

/**
 * psg_fingers_lift:
 * @self: fingers
 * @finger: one that touches the screen
 */
void
psg_fingers_lift (PsgFingers *self,
                  guint       finger)
{
  touch (self, finger, TOUCH_END);
}

/**
 * psg_fingers_get:
 * @self: fingers
 * @finger: one that has touched the screen
 * @x: (out): where it was last
 * @y: (out): the same downwards
 */
void
psg_fingers_get (PsgFingers *self,
                 guint       finger,
                 double     *x,
                 double     *y)
{
  *x = self->x[finger];
  *y = self->y[finger];
}

/**
 * psg_fingers_begin_pinch:
 * @self: fingers
 *
 * Lays two fingers on the touchpad; what they do concerns what the pointer is over.
 */
void
psg_fingers_begin_pinch (PsgFingers *self)
{
  pinch (self, PINCH_BEGIN, 1, 0, 0);
}

/**
 * psg_fingers_pinch:
 * @self: fingers, after psg_fingers_begin_pinch()
 * @scale: how far they are from each other, 1 as when they began
 * @dx: how far both went on, in pixels, since the last time
 * @dy: the same downwards
 */
void
psg_fingers_pinch (PsgFingers *self,
                   double      scale,
                   double      dx,
                   double      dy)
{
  pinch (self, PINCH_UPDATE, scale, dx, dy);
}

void
psg_fingers_end_pinch (PsgFingers *self)
{
  pinch (self, PINCH_END, 1, 0, 0);
}
