using Microsoft.Extensions.Logging;

namespace FsmKit;

public abstract partial class GObj
{
    /// <summary>
    /// Log of this gobj. With <see cref="GAplicOptions.LoggerFactory"/> its category is the gclass, with its namespace; otherwise it is
    /// <see cref="GAplicOptions.Logger"/>. An exception of the application's logger is swallowed, and the log entry is lost.
    /// </summary>
    /// <exception cref="GObjException">The gobj was made with <c>new</c> instead of <see cref="Create{T}(string, Action{T}, Naming)"/>.</exception>
    public ILogger Logger
    {
        get
        {
            var gaplic = Gaplic;
            return gaplic.Options.LoggerFactory is { } factory ? Machine.LoggerFrom(factory, GetType()) : gaplic.LoopLogger;
        }
    }

    /// <summary>Whether the gobj has a loop, be it in its tree or no longer.</summary>
    internal bool HasLoop => _gaplic is not null;
}
