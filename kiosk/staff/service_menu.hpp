#pragma once
#include "engine/base/log.hpp"
#include "kiosk/staff/service_view.hpp"

/// The pages of the service menu, each made inside Desk::draw().
namespace schacht::kiosk {

/// Of a line of the log.
[[nodiscard]] base::LogLevel logLevelOf(const std::string& line);
/// Where the menu stands over the kiosk: the right half, upright the lower part. Pixels.
[[nodiscard]] base::Rect menuPlace(base::Size glass);

void buildMenu(const ServiceView& view, ServiceNote& note, std::vector<ServiceWish>& wishes);
void buildScreenTab(const ServiceView& view, std::vector<ServiceWish>& wishes);
void buildPinPad(const ServiceView& view, std::vector<ServiceWish>& wishes);
void buildFingerTest(const ServiceView& view, std::vector<ServiceWish>& wishes);
void buildPictureTest(const ServiceView& view);
void buildCleaning(const ServiceView& view);

} // namespace schacht::kiosk
