namespace FsmKit;

/// <summary>How closely a setting concerns a gobj. A closer setting wins.</summary>
internal enum SettingReach : byte
{
    None,
    Everyone,
    GClass,
    Name,
}
