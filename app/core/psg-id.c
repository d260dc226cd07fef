/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-id.h"

/* What things in a collection are called by. */

static gboolean
is_id_character (char character)
{
  return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9') || character == '-';
}

/**
 * psg_id_is_valid:
 * @id: a string
 *
 * Returns: whether it is 1 to 64 characters of `a–z`, `0–9` and `-`, beginning with
 *   a letter or digit
 */
gboolean
psg_id_is_valid (const char *id)
{
  gsize length = 0;

  while (is_id_character (id[length]))
    length++;

  return length > 0 && length <= PSG_MAX_ID && id[length] == '\0' && id[0] != '-';
}
