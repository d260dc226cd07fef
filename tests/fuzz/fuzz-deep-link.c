/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-deep-link.h"

#include <stdint.h>

/* For libFuzzer: whatever is taken for a link is the same when it is written and read again. Build
 * with clang -fsanitize=fuzzer,address. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check (const PsgDeepLink *link)
{
  g_autofree char *text = psg_deep_link_to_string (link);
  g_autoptr (PsgDeepLink) again = psg_deep_link_parse (text, NULL);
  g_autofree char *same = NULL;

  g_assert (again != NULL);
  same = psg_deep_link_to_string (again);
  g_assert_cmpstr (text, ==, same);
  g_assert (link->collection != NULL && (link->kind == PSG_KIND_NONE) == (link->id == NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgDeepLink) link = psg_deep_link_parse (text, &error);

  g_assert ((link == NULL) == (error != NULL));
  if (link != NULL)
    check (link);
  else
    g_assert (g_utf8_validate (error->message, -1, NULL));

  return 0;
}
