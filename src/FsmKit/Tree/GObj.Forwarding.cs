using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FsmKit;

/// <content>Rows that forward their event.</content>
public abstract partial class GObj
{
    /// <summary>
    /// Forwards an event to the target in a field or property of the gclass. For generated code; hand-written code uses <see cref="Send{TEvent}"/>.
    /// </summary>
    /// <param name="target">The target; null gives <see cref="Outcome.Refused"/>.</param>
    /// <param name="member">Name of the field or property.</param>
    /// <param name="e">The event.</param>
    /// <returns>The outcome of the target; <see cref="Outcome.Refused"/> without a target.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected Outcome ForwardTo<TEvent>(IAccept<TEvent>? target, string member, in TEvent e)
        where TEvent : struct, allows ref struct =>
        target is null ? ForwardedToNull(member, typeof(TEvent)) : target.Receive(in e, this);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Outcome ForwardedToNull(string member, Type e)
    {
        Log.ForwardedToNull(Logger, TypeText.Of(e), this, member, StateName);
        return Outcome.Refused;
    }
}
