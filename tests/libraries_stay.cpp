// Linked into the program and its tests where AddressSanitizer looks for leaks (SCHACHT_SANITIZE), and nowhere else.
#include <dlfcn.h>

// A graphics driver and libvlc's plugins stay loaded to the end: what they leak is not ours (leaks_of_others.txt), and
// that can be told only while their names are known.
int dlclose(void* /*handle*/) noexcept {
    return 0;
}
