namespace FsmKit;

/// <summary>
/// Time in which code outside of any gobj runs on the thread of a loop. A warning of <see cref="GAplicOptions.StallThreshold"/> names that
/// code. Created by <see cref="GAplic.EnterCall"/>.
/// </summary>
public readonly ref struct CallScope
{
    private readonly GAplic _gaplic;
    private readonly int _before;

    internal CallScope(GAplic gaplic, IHandOver call)
    {
        (_gaplic, _before) = (gaplic, gaplic.Serving);
        gaplic.HandOver(call, _before);
    }

    /// <summary>Ends the scope: a warning then names the code that ran before it again. No effect on <c>default</c>.</summary>
    public void Dispose() => _gaplic?.TakeBack(_before);
}
