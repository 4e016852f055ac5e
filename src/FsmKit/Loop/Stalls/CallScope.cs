namespace FsmKit;

/// <summary>The time in which code outside of any gobj has control of a loop: a stall is blamed on that code. From <see cref="GAplic.EnterCall"/>.</summary>
public readonly ref struct CallScope
{
    private readonly GAplic _gaplic;
    private readonly int _before;

    internal CallScope(GAplic gaplic, IHandOver call)
    {
        (_gaplic, _before) = (gaplic, gaplic.Serving);
        gaplic.HandOver(call, _before);
    }

    /// <summary>Gives control back to the code that had it before; on <c>default</c> it does nothing.</summary>
    public void Dispose() => _gaplic?.TakeBack(_before);
}
