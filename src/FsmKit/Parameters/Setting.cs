namespace FsmKit;

/// <summary>One setting: its key, taken apart, and its value.</summary>
/// <param name="Key">The whole key.</param>
/// <param name="Prefix">Name of a gobj or of a gclass, or an empty string.</param>
/// <param name="Name">Name of the parameter.</param>
/// <param name="Value">The value as text.</param>
internal sealed record Setting(string Key, string Prefix, string Name, string Value)
{
    private const string Everyone = nameof(GObj);
    private static readonly char[] Separators = ['.', ':'];

    /// <summary>Whether a gobj has been concerned by the setting.</summary>
    public bool IsUsed { get; set; }

    public static Setting Of(string key, string value)
    {
        var at = key.LastIndexOfAny(Separators);
        return new Setting(key, at < 0 ? "" : key[..at], key[(at + 1)..], value);
    }

    /// <summary>Returns the parameter that the setting sets; null when the gobj has none of that name.</summary>
    public ParameterDescription? ParameterOf(GObj gobj) => gobj.Machine.FindParameter(Name) ?? CommonParameters.Find(Name);

    /// <summary>Returns how closely the setting concerns a gobj: its name, its gclass, or as one of all.</summary>
    /// <param name="gobj">The gobj.</param>
    /// <param name="parent">The parent of the gobj; null for the loop itself.</param>
    public SettingReach Reach(GObj gobj, GObj? parent)
    {
        var known = ParameterOf(gobj);
        var reach = Prefix == gobj.Name && Prefix.Length > 0 ? SettingReach.Name
            : Prefix == gobj.Machine.Name ? SettingReach.GClass
            : Prefix is "" or Everyone && known is { IsText: true } ? SettingReach.Everyone
            : SettingReach.None;
        return known != CommonParameters.Subscriber ? reach
            : parent is null || parent.IsPart(gobj) || (reach == SettingReach.Everyone && parent is not GAplic) ? SettingReach.None
            : reach;
    }
}
