namespace FsmKit;

/// <content>Rarely used properties, in one object that is allocated on demand: most gobjs pay only one reference.</content>
public abstract partial class GObj
{
    private Extras? _extras;

    /// <summary>Whether the gobj may have an <see cref="OwnedEventFilter"/>.</summary>
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
