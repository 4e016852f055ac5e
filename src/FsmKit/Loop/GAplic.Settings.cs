namespace FsmKit;

/// <content>The settings of the loop, which may change while it runs.</content>
public sealed partial class GAplic
{
    internal Settings Settings { get; private set; }

    /// <summary>
    /// Keys of settings that have concerned no gobj so far, for example because of a misspelt name. While the loop runs, only its thread may call.
    /// </summary>
    public IReadOnlyList<string> UnusedSettings
    {
        get
        {
            RequireLoopThread();
            return [.. Settings.Unused];
        }
    }

    /// <summary>
    /// Replaces the settings of the loop. Gobjs that are created later get the new ones. In gobjs that exist, the changed ones are written into the
    /// parameters that are reloadable (<see cref="ParameterAttribute.Reload"/>). A value that is rejected is an error in the log, as at the creation.
    /// While the loop runs, only its thread may call.
    /// </summary>
    /// <param name="settings">All settings, as in <see cref="GAplicOptions.Settings"/>.</param>
    /// <returns>
    /// Keys of changed settings that existing gobjs do not take, because the parameter is read at the creation only, or because the setting is gone.
    /// </returns>
    public IReadOnlyCollection<string> ReloadSettings(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        RequireLoopThread();
        var before = Settings;
        Settings = new Settings(settings);
        var late = new SortedSet<string>(StringComparer.Ordinal);
        var left = new Stack<GObj>([this]);
        while (left.TryPop(out var gobj))
        {
            // The setter of a parameter may destroy gobjs.
            if (!gobj.IsDestroyed)
            {
                Settings.Update(gobj, before, late);
                for (var child = gobj.FirstChild; child is not null; child = child.NextSibling)
                {
                    left.Push(child);
                }
            }
        }

        return late;
    }
}
