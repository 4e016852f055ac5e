namespace FsmKit;

/// <summary>
/// Key/value pairs of a configuration. They are written into each gobj at its creation and override the values of the <c>configure</c> argument.
/// </summary>
/// <remarks>
/// A key without a dot or colon applies to every gobj that has the parameter. <c>prefix.Parameter</c> or <c>prefix:Parameter</c> (the last separator
/// counts) applies to the gobjs whose name or gclass is the prefix, and to all for the prefix <c>GObj</c> (GinsFSM <c>filter_parameters</c>). A
/// setting that cannot be written is an error in the log, and the gobj keeps its value. A setting for every gobj skips those that have the parameter
/// only for reading. A subscriber for every gobj applies only to gobjs directly below the loop: the parents of the others have tables, which are to
/// receive their events.
/// </remarks>
internal sealed class Settings
{
    private const string Everyone = nameof(GObj);
    private static readonly char[] Separators = ['.', ':'];
    private readonly List<(string Key, string Prefix, string Name, string? Value)> _entries = [];

    public Settings(IEnumerable<KeyValuePair<string, string?>>? pairs)
    {
        foreach (var (key, value) in pairs ?? [])
        {
            var at = key.LastIndexOfAny(Separators);

            // A configuration section has a key but no value: it is no setting.
            if (value is not null)
            {
                _entries.Add((key, at < 0 ? "" : key[..at], key[(at + 1)..], value));
            }
        }
    }

    /// <param name="gobj">The gobj that is being created.</param>
    /// <param name="parent">The parent of the gobj; null for the loop itself.</param>
    public void WriteTo(GObj gobj, GObj? parent)
    {
        foreach (var (key, prefix, name, value) in _entries)
        {
            var named = prefix == gobj.Name && prefix.Length > 0 || prefix == gobj.Machine.Name;
            var known = gobj.Machine.FindParameter(name) ?? CommonParameters.Find(name);
            if (known == CommonParameters.Subscriber ? IsDiverted(gobj, parent, named, prefix) : named || (prefix is "" or Everyone && known is { IsText: true }))
            {
                Write(gobj, key, name, value);
            }
        }
    }

    private static bool IsDiverted(GObj gobj, GObj? parent, bool named, string prefix) =>
        parent is not null && !parent.IsPart(gobj) && (named || (prefix is "" or Everyone && parent is GAplic));

    private static void Write(GObj gobj, string key, string name, string? value)
    {
        try
        {
            gobj.WriteParameter(name, value);
        }
        catch (ParameterException x)
        {
            Log.SettingIgnored(gobj.Gaplic.Logger, key, x.Message);
        }
    }
}
