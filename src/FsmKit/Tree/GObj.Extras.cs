namespace FsmKit;

/// <content>What few gobjs have: most of them pay one word for all of it.</content>
public abstract partial class GObj
{
    private Extras? _extras;

    /// <summary>Whether it may have an <see cref="OwnedEventFilter"/>.</summary>
    internal bool HasExtras => _extras is not null;

    private Extras Extra => _extras ??= new Extras();

    private sealed class Extras
    {
        public GObj? Subscriber { get; set; }

        public Func<Outcome, bool>? OwnedEventFilter { get; set; }

        public MachineTraceLevel TraceMachine { get; set; }

        public bool IsUnique { get; set; }
    }
}
