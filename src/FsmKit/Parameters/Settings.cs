namespace FsmKit;

/// <summary>
/// Key/value pairs of a configuration. They are written into each gobj at its creation and override the values of the <c>configure</c> argument.
/// </summary>
/// <remarks>
/// A key is <c>Parameter</c>, <c>prefix.Parameter</c> or <c>prefix:Parameter</c>; the last dot or colon ends the prefix (GinsFSM
/// <c>filter_parameters</c>). The prefix selects gobjs by their name or by their gclass. No prefix, or the prefix <c>GObj</c>, selects every gobj with
/// a parameter of this name that can be set from text. A setting by name wins over one by gclass, which wins over one for all; of several alike the
/// last one wins. A setting that cannot be written is reported as an error in the log, and the gobj keeps its value. The parameter <c>Subscriber</c> is
/// special: without a name or a gclass it applies only to gobjs directly below the loop. The events of other gobjs belong to their parents, which have
/// tables for them.
/// </remarks>
internal sealed class Settings
{
    private readonly List<Setting> _entries = [];

    public Settings(IEnumerable<KeyValuePair<string, string?>>? pairs)
    {
        foreach (var (key, value) in pairs ?? [])
        {
            // A configuration section has a key but no value: it is no setting.
            if (value is not null)
            {
                _entries.Add(Setting.Of(key, value));
            }
        }
    }

    /// <summary>Keys that no gobj has been concerned by.</summary>
    public IEnumerable<string> Unused => _entries.Where(static entry => !entry.IsUsed).Select(static entry => entry.Key);

    /// <param name="gobj">The gobj that is being created.</param>
    /// <param name="parent">The parent of the gobj; null for the loop itself.</param>
    public void WriteTo(GObj gobj, GObj? parent)
    {
        // One pass for each reach that occurs, the widest first, so that the closest is written last and wins.
        var reach = SettingReach.Everyone;
        do
        {
            var closer = SettingReach.None;
            foreach (var entry in _entries)
            {
                var its = entry.Reach(gobj, parent);
                if (its == reach)
                {
                    entry.IsUsed = true;
                    Write(gobj, entry);
                }
                else if (its > reach && (closer == SettingReach.None || its < closer))
                {
                    closer = its;
                }
            }

            reach = closer;
        }
        while (reach != SettingReach.None);
    }

    /// <summary>Writes what differs from the settings before into a gobj that exists.</summary>
    /// <param name="gobj">The gobj.</param>
    /// <param name="before">The settings that the gobj was created with.</param>
    /// <param name="late">Gets the keys that concern parameters which are read at the creation only.</param>
    public void Update(GObj gobj, Settings before, ISet<string> late)
    {
        foreach (var parameter in gobj.Machine.Parameters.Concat(CommonParameters.All))
        {
            var (now, then) = (Effective(gobj, parameter), before.Effective(gobj, parameter));
            if (now?.Value == then?.Value)
            {
                continue;
            }

            if (now is null || !parameter.IsReloadable)
            {
                late.Add((now ?? then)!.Key);
            }
            else
            {
                Write(gobj, now);
            }
        }
    }

    /// <summary>Finds the setting that wins.</summary>
    private Setting? Effective(GObj gobj, ParameterDescription parameter)
    {
        var (found, closest) = ((Setting?)null, SettingReach.None);
        foreach (var entry in _entries)
        {
            if (entry.ParameterOf(gobj) == parameter && entry.Reach(gobj, gobj.Parent) is var reach && reach != SettingReach.None && reach >= closest)
            {
                (found, closest) = (entry, reach);
                entry.IsUsed = true;
            }
        }

        return found;
    }

    private static void Write(GObj gobj, Setting entry)
    {
        try
        {
            gobj.WriteParameter(entry.Name, entry.Value);
        }
        catch (ParameterException x)
        {
            Log.SettingIgnored(gobj.Logger, entry.Key, x.Message);
            gobj.Gaplic.Options.SettingRejected?.Invoke(gobj, entry.Key, x);
        }
    }
}
