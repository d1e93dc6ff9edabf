// SPDX-License-Identifier: Apache-2.0
#include "app/services/demo/Scenarios.hpp"

#include <array>

namespace plumbline::app::demo {

namespace {

using M = Modality;

constexpr Ingredient exercise(std::string_view id, int minutes = 0, std::string_view dose = {})
{
    return {M::Exercise, {}, id, dose, minutes, "97110"};
}

// Minutes of the exercises stand on the last of them, as therapists write them: one figure a code.
constexpr std::array strain{
    exercise("E34", 0, "sets=2;reps=10;hold=10"),
    exercise("E01"),
    exercise("E19"),
    exercise("E07", 23),
    Ingredient{M::Massage, "Soft tissue massage, lumbar", {}, "technique=1;pressure=3", 10, "97124"},
    Ingredient{M::HotPack, "Hot pack, lumbar", {}, "layers=6", 15, "97010"},
};
constexpr std::array disc{
    exercise("E24", 0, "sets=3;reps=10"),
    exercise("E05", 0, "sets=3;reps=8;hold=8"),
    exercise("E31", 23, "sets=2;reps=10"),
    Ingredient{
        M::Mobilization, "Mobilization", {}, "grade=2;segment=23;direction=0;bouts=3;bout-seconds=30", 15, "97140"},
    Ingredient{
        M::LumbarTraction, "Mechanical traction, lumbar", {}, "force=22;mode=1;hold-time=60;rest-time=20", 12, "97012"},
    Ingredient{M::HotPack, "Hot pack, lumbar", {}, "layers=6", 15, "97010"},
};
constexpr std::array posture{
    exercise("E58", 0, "sets=2;reps=12;hold=5"),
    exercise("E28"),
    exercise("E48", 0, "sets=2;reps=12"),
    exercise("E57", 25),
    Ingredient{
        M::Mobilization, "Mobilization", {}, "grade=3;segment=13;direction=0;bouts=3;bout-seconds=30", 12, "97140"},
};
constexpr std::array arthritis{
    exercise("E35"),
    exercise("E64", 0),
    exercise("E45", 24, "sets=2;reps=10"),
    Ingredient{M::HotPack, "Hot pack, lumbar", {}, "layers=7", 15, "97010"},
    Ingredient{M::Tens, "TENS, lumbar", {}, "program=0;frequency=100;pulse-width=80", 30, "97014"},
};
constexpr std::array scoliosis{
    exercise("E26"),
    exercise("E39", 0),
    exercise("E27"),
    exercise("E36", 26),
    Ingredient{M::Massage, "Myofascial release, paraspinal", {}, "technique=5;pressure=3", 12, "97124"},
};
constexpr std::array weight{
    exercise("E50", 0),
    exercise("E09", 0),
    exercise("E45", 0, "sets=2;reps=10"),
    exercise("E41", 30),
    Ingredient{M::ColdPack, "Ice pack, lumbar", {}, "layers=1", 12, "97010"},
};
constexpr std::array pregnancy{
    exercise("E03"),
    exercise("E45", 0, "sets=2;reps=8"),
    exercise("E58", 22),
    Ingredient{M::Massage, "Soft tissue massage, side-lying", {}, "technique=0;pressure=2", 12, "97124"},
};
constexpr std::array stenosis{
    exercise("E30"),
    exercise("E18"),
    exercise("E64", 0),
    exercise("E41", 24),
    Ingredient{
        M::Mobilization, "Mobilization", {}, "grade=2;segment=22;direction=1;bouts=3;bout-seconds=30", 12, "97140"},
};
constexpr std::array surgery{
    exercise("E34", 0, "sets=2;reps=10;hold=5"),
    exercise("E07", 0),
    exercise("E44", 24, "sets=2;reps=10"),
    Ingredient{M::Massage, "Scar and soft tissue massage", {}, "technique=2;pressure=2", 10, "97124"},
    Ingredient{M::ColdPack, "Ice pack, lumbar", {}, "layers=1", 15, "97010"},
};
constexpr std::array slip{
    exercise("E34", 0, "sets=3;reps=10;hold=10"),
    exercise("E37", 0),
    exercise("E43", 25),
    Ingredient{M::ContrastBath, "Contrast, lumbar", {}, "hot-temperature=40;cold-temperature=15;mode=0", 25, "97034"},
};
constexpr std::array acute{
    exercise("E34", 0, "sets=2;reps=10;hold=10"),
    exercise("E19", 15),
    Ingredient{M::Manipulation, "Manipulation", {}, "grade=4;segment=22;direction=3;consent=1", 10, "97140"},
    Ingredient{M::Ultrasound, "Ultrasound, paraspinal", {},
        "ultrasound-frequency=1;ultrasound-intensity=1;duty-cycle=50;area=10;head-area=5", 8, "97035"},
};

constexpr std::array all{
    Scenario{"low back strain", "Pulled it lifting a box; cannot straighten up in the morning.", Region::LowBack,
        Side::None, Mechanism::Lifting, "S39.012D", "", "", "Lift a 10 kg box from the floor ten times", "not able",
        "10 kg x 10", 28, 46, 10, 20, 62, Sex::Unknown, strain},
    Scenario{"left-sided sciatica", "Pain from the buttock to the calf, worse when sitting.", Region::LowBack,
        Side::Left, Mechanism::Lifting, "M51.16", "", "", "Sit through a one-hour meeting without leg pain", "25 min",
        "60 min", 36, 56, 30, 28, 64, Sex::Unknown, disc},
    Scenario{"right-sided sciatica", "Electric pain down the right leg after a long drive.", Region::LowBack,
        Side::Right, Mechanism::Bending, "M54.31", "", "", "Drive for 45 minutes without stopping", "15 min", "45 min",
        34, 54, 35, 30, 68, Sex::Unknown, disc},
    Scenario{"upper back pain, posture", "Aches between the shoulder blades by the afternoon at the desk.",
        Region::UpperBack, Side::None, Mechanism::Posture, "M54.6", "R29.3", "",
        "Work three hours at the desk without a break for pain", "50 min", "3 h", 16, 30, 65, 19, 55, Sex::Unknown,
        posture},
    Scenario{"lumbar osteoarthritis", "Stiff for half an hour in the morning, eases with moving about.",
        Region::LowBack, Side::None, Mechanism::None, "M47.816", "", "", "Walk 20 minutes to the shop and back",
        "8 min", "20 min", 24, 42, 90, 55, 82, Sex::Unknown, arthritis},
    Scenario{"scoliosis, lumbar pain", "One side of the back tires and burns when standing.", Region::LowBack,
        Side::Right, Mechanism::None, "M41.26", "", "", "Stand 40 minutes at work", "15 min", "40 min", 20, 36, 85, 17,
        48, Sex::Unknown, scoliosis},
    Scenario{"low back pain with overweight", "The back hurts on stairs and after standing at the stove.",
        Region::LowBack, Side::None, Mechanism::None, "M54.59", "E66.9", "", "Climb three flights of stairs",
        "1 flight", "3 flights", 26, 44, 80, 32, 64, Sex::Unknown, weight},
    Scenario{"pelvic girdle pain in pregnancy", "Turning in bed and getting out of the car hurt.", Region::Pelvis,
        Side::Both, Mechanism::Pregnancy, "O26.892", "", "pregnancy", "Turn in bed without waking", "wakes 5 times",
        "wakes once", 28, 44, 0, 22, 41, Sex::Female, pregnancy},
    Scenario{"lumbar stenosis", "Both legs get heavy after 200 m; leaning on the trolley helps.", Region::LowBack,
        Side::Both, Mechanism::None, "M48.062", "", "", "Walk 800 m", "200 m", "800 m", 34, 52, 95, 60, 84,
        Sex::Unknown, stenosis},
    Scenario{"rehabilitation after lumbar fusion", "Nine weeks after fusion L4-5; wants to get back to the garden.",
        Region::LowBack, Side::None, Mechanism::Surgery, "Z98.1", "M96.1", "laminectomy", "Garden for 30 minutes",
        "not able", "30 min", 40, 60, 60, 38, 74, Sex::Unknown, surgery},
    Scenario{"spondylolisthesis L5", "Catches in the low back when arching; worse after sport.", Region::LowBack,
        Side::None, Mechanism::Sports, "M43.17", "", "", "Run 5 km", "1 km", "5 km", 22, 40, 70, 16, 45, Sex::Unknown,
        slip},
    Scenario{"acute low back pain", "Sudden catch while turning to the back seat.", Region::LowBack, Side::None,
        Mechanism::Twisting, "M54.59", "", "", "Put on socks without help", "not able", "able", 30, 52, 0, 20, 58,
        Sex::Unknown, acute},
    Scenario{"tailbone pain after a fall", "Fell on the ice; sitting on anything hard is bad.", Region::Coccyx,
        Side::None, Mechanism::Fall, "M53.3", "", "", "Sit through a film", "20 min", "2 h", 20, 34, 40, 20, 66,
        Sex::Unknown, strain},
    Scenario{"vertebral compression fracture, healing",
        "Broke a vertebra on the stairs in summer; afraid of falling again.", Region::LowBack, Side::None,
        Mechanism::Fall, "M80.08XD", "", "osteoporosis", "Stand and cook a meal", "10 min", "30 min", 38, 56, 55, 66,
        86, Sex::Unknown, surgery},
    Scenario{"disc herniation after a collision", "Hit from behind at a light; back and thigh pain since.",
        Region::LowBack, Side::Right, Mechanism::MotorVehicle, "M51.26", "", "", "Sleep through the night",
        "wakes 4 times", "wakes once", 36, 56, 45, 22, 60, Sex::Unknown, disc},
    Scenario{"low back pain with stress", "Tightens up in the week of the quarterly close; sleeps badly.",
        Region::LowBack, Side::None, Mechanism::WorkRelated, "M54.50", "M62.830", "", "Sleep six hours without waking",
        "3 h", "6 h", 18, 34, 60, 26, 58, Sex::Unknown, posture},
    Scenario{"thoracic kyphosis", "The upper back rounds and burns; has to hold the head up to look ahead.",
        Region::UpperBack, Side::None, Mechanism::None, "M40.204", "", "", "Stand upright and cook for 30 minutes",
        "10 min", "30 min", 22, 38, 90, 48, 80, Sex::Unknown, posture},
};

} // namespace

std::span<Scenario const> scenarios() noexcept
{
    return all;
}

} // namespace plumbline::app::demo
