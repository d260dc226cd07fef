# SPDX-License-Identifier: GPL-3.0-or-later
# The two commands: `make run` and `make test`. Both install what is missing
# (Debian 12 or later, with apt), build, and do what they say.

BUILD ?= _build
MESON_OPTIONS ?=
# make bench BENCH=name runs one
BENCH ?=
# make soak MINUTES=5 SEED=1
MINUTES ?= 30
SEED ?=
# make flatpak FLATPAK=Devel makes the version for developing
FLATPAK ?=

# What building and running needs …
PACKAGES = \
  gcc libc6-dev pkg-config meson ninja-build gettext python3 \
  libgtk-4-dev libadwaita-1-dev libshumate-dev libsoup-3.0-dev libglib2.0-dev \
  libsqlite3-dev libcmark-dev libpoppler-glib-dev libatspi2.0-dev \
  desktop-file-utils gtk-update-icon-cache \
  adwaita-icon-theme librsvg2-common webp-pixbuf-loader gsettings-desktop-schemas \
  dconf-gsettings-backend \
  xvfb dbus dbus-bin
# … and what tests and benches need besides.
TEST_PACKAGES = \
  xdotool appstream libxml2-utils shared-mime-info at-spi2-core fonts-dejavu-core strace \
  xserver-xorg-core xserver-xorg-video-dummy x11-xserver-utils \
  faketime locales

.PHONY: all run test bench soak lint screenshots flatpak clean setup setup-test build

all: build

# Say what will be done, do it, and keep quiet where there is nothing to do.
define install
	@missing=; \
	for package in $(1); do \
	  dpkg-query -W -f '$${db:Status-Status}\n' "$$package" 2>/dev/null | grep -qx installed || missing="$$missing $$package"; \
	done; \
	[ -z "$$missing" ] && exit 0; \
	if ! command -v apt-get >/dev/null; then \
	  echo "These Debian packages are needed, and there is no apt-get to install them:$$missing" >&2; exit 1; \
	fi; \
	sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	echo "Passages needs some Debian packages that are not installed here:"; \
	echo "$$missing" | fold -s -w 76 | sed 's/^ */  /'; \
	echo "They will now be installed with: $$sudo apt-get install --no-install-recommends"; \
	$$sudo apt-get update -q >/dev/null && \
	$$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $$missing >apt-install.log 2>&1 || \
	  { cat apt-install.log >&2; echo "The packages could not be installed." >&2; exit 1; }; \
	rm -f apt-install.log
endef

setup:
	$(call install,$(PACKAGES))

setup-test:
	$(call install,$(PACKAGES) $(TEST_PACKAGES))

$(BUILD)/build.ninja:
	@meson setup $(MESON_OPTIONS) $(BUILD) >$(BUILD).log 2>&1 || { cat $(BUILD).log >&2; exit 1; }
	@rm -f $(BUILD).log

build: setup
	@$(MAKE) --no-print-directory --silent $(BUILD)/build.ninja
	@ninja -C $(BUILD) --quiet >&2

run: build
	@BUILD=$(BUILD) sh tests/support/run-app

test: setup-test build
	@meson test -C $(BUILD) --no-rebuild --print-errorlogs

bench: setup-test build
	@BUILD=$(BUILD) python3 tests/bench/run $(BENCH)

# Random input for a long time, memory watched.
soak: setup-test build
	@cd $(BUILD) && env GSETTINGS_BACKEND=memory GSETTINGS_SCHEMA_DIR=$$PWD/data GTK_A11Y=none GIO_USE_VFS=local \
	  ADW_DISABLE_PORTAL=1 GSK_RENDERER=cairo GDK_DEBUG=gl-disable \
	  $(CURDIR)/tests/support/with-display $(CURDIR)/tests/soak/soak app/shell/passages $(MINUTES) $(SEED)

lint: setup-test build
	@meson test -C $(BUILD) --no-rebuild --print-errorlogs --suite lint

# The pictures of the README and of software centres.
screenshots: setup-test build
	@BUILD=$(BUILD) data/screenshots/make

# Needs flatpak-builder and the GNOME runtime, and says so.
flatpak:
	@BUILD=$(BUILD) flatpak/run $(FLATPAK)

clean:
	rm -rf $(BUILD) passages.png
