using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace FsmKit.Hosting;

/// <summary>The settings of a loop: its section of the configuration, which may change while the loop runs.</summary>
internal sealed class LoopSettings : IDisposable
{
    private readonly string _loop;
    private readonly ILogger _logger;
    private readonly IConfigurationSection? _section;
    private readonly IDisposable? _watch;
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private volatile LoopRun? _run;

    public LoopSettings(LoopBuilder plan, IServiceProvider services, ILogger logger)
    {
        (_loop, _logger) = (plan.Name, logger);
        _section = string.IsNullOrEmpty(plan.Section) ? null : services.GetService<IConfiguration>()?.GetSection(plan.Section);
        _watch = _section is null ? null : ChangeToken.OnChange(_section.GetReloadToken, Change);
    }

    /// <summary>Settings that the application's code has given; those of the configuration come behind and win.</summary>
    public IEnumerable<KeyValuePair<string, string?>>? Fixed { private get; set; }

    /// <summary>Sets the options of the loop that its section has.</summary>
    public void Apply(GAplicOptions options)
    {
        if (_section is not null)
        {
            SectionOptions.Apply(_section, _loop, options);
        }
    }

    public IReadOnlyList<KeyValuePair<string, string?>> Read() => [.. Fixed ?? [], .. _section is null ? [] : SectionText.Of(_section)];

    /// <summary>Follows the configuration from now on for a life of the loop. Called on the loop's thread, when the gobjs have been created.</summary>
    public void Follow(LoopRun run)
    {
        _run = run;

        // The configuration may have changed while they were created.
        Reload(run.Gaplic);
    }

    public void Dispose() => _watch?.Dispose();

    private void Change()
    {
        if (_run is { } run)
        {
            run.Gaplic.PostCallback(() => Reload(run.Gaplic));
        }
    }

    private void Reload(GAplic gaplic)
    {
        var late = gaplic.ReloadSettings(Read()).Where(_told.Add).ToList();
        if (late.Count > 0)
        {
            HostingLog.NeedsRestart(_logger, _loop, string.Join(", ", late));
        }
    }
}
