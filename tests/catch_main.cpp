#if !__has_include(<catch2/catch_all.hpp>)
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
#endif

#if defined(__SANITIZE_ADDRESS__)
#include <dlfcn.h>

// A graphics driver and libvlc's plugins stay loaded to the end: what they leak is not ours (leaks_of_others.txt), and
// that can be told only while their names are known.
int dlclose(void* /*handle*/) noexcept {
    return 0;
}
#endif
