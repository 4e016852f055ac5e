using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FsmKit;

/// <content>Rows that pass their event on.</content>
public abstract partial class GObj
{
    /// <summary>Sends an event on to what a field or property of the gclass holds. For generated code; by hand it is <see cref="Send{TEvent}"/>.</summary>
    /// <param name="target">The target, or null.</param>
    /// <param name="member">The name of the field or property.</param>
    /// <param name="e">The event.</param>
    /// <returns>What became of it; <see cref="Outcome.Refused"/> without a target.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected Outcome ForwardTo<TEvent>(IAccept<TEvent>? target, string member, in TEvent e)
        where TEvent : struct, allows ref struct =>
        target is null ? ForwardedToNobody(member, typeof(TEvent)) : target.Receive(in e, this);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Outcome ForwardedToNobody(string member, Type e)
    {
        Log.ForwardedToNobody(Gaplic.Logger, TypeText.Of(e), this, member, StateName);
        return Outcome.Refused;
    }
}
