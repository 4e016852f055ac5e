using System.Runtime.CompilerServices;

namespace FsmKit;

/// <summary>Warns about output events without any subscriber although a gobj was to receive them, once per pair of gclasses and event.</summary>
internal static class Unheard
{
    /// <summary>Handles the first publication of an event that has no subscriber.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Tell<TEvent>(GObj publisher)
        where TEvent : struct, allows ref struct
    {
        if ((publisher.Subscriber ?? publisher.Parent) is not { } meant || !IsMissed<TEvent>(publisher, meant))
        {
            return;
        }

        var e = typeof(TEvent).Name;
        Log.Unheard(publisher.Logger, e, publisher, meant, Advice<TEvent>(publisher, meant, e), publisher.Machine.Name, meant.Machine.Name);
    }

    /// <summary>
    /// Returns whether the missing subscriber is a mistake that was not told yet. A loop has no table, so a gobj directly below it may publish
    /// without a subscriber; but the data that a borrowing event carries would be lost.
    /// </summary>
    private static bool IsMissed<TEvent>(GObj publisher, GObj meant)
        where TEvent : struct, allows ref struct
    {
        try
        {
            // Once per pair and event, and not per gobj: to read the attribute takes kilobytes, and each connection has some such events.
            return publisher.Gaplic.SeenUnheard.Add((publisher.GetType(), meant.GetType(), typeof(TEvent)))
                && (meant is not GAplic || typeof(TEvent).IsByRefLike)
                && !(Attribute.GetCustomAttribute(publisher.GetType(), typeof(OutputAttribute<TEvent>), inherit: false) is OutputAttribute<TEvent> { Optional: true });
        }
        catch (Exception)
        {
            // Perhaps no memory is left. That must not fail a publication.
            return false;
        }
    }

    private static string Advice<TEvent>(GObj publisher, GObj meant, string e)
        where TEvent : struct, allows ref struct
    {
        foreach (var child in publisher.Children)
        {
            if (child is IAccept<TEvent>)
            {
                return $"Its child {child} accepts it, but a gobj hears its children, not its parent: subscribe it with Subscribe<{e}>.";
            }
        }

        return meant is IAccept<TEvent> ? "It accepts the event and is not subscribed: write Subscriber in configure, or call Subscribe."
            : meant is GAplic ? $"Subscribe a gobj with Subscribe<{e}>, or name it as the Subscriber when the publisher is created."
            : $"Add [Input<{e}>] to {meant.Machine.Name}, subscribe another gobj, or declare the output with Optional = true.";
    }
}
