namespace FsmKit.Testing.Tests.Systems.WriteBehind;

/// <summary>Holds one value in front of the store: takes writes at once, and saves the value later.</summary>
[GClass]
[Input<EvWrite>, Input<EvRead>, Input<EvEvict>, Input<EvFlush>, Input<EvSaved>, Input<EvLoaded>]
public sealed partial class CacheLine : GObj
{
    private int _value;

    /// <summary>Store of the value.</summary>
    public Store Store { get; set; } = null!;

    /// <summary>Mistake of the cache.</summary>
    public CacheMistake Mistake { get; set; }

    private enum State
    {
        [On<EvRead>(nameof(AcLoad), Next = Loading), On<EvWrite>(nameof(AcTake), Next = Dirty), Ignore<EvEvict>]
        [Ignore<EvFlush>, Ignore<EvSaved>]
        [Refuse]
        Absent,

        [On<EvLoaded>(nameof(AcLoaded), Next = Clean), Defer<EvRead>, Ignore<EvEvict>]
        [On<EvWrite>(nameof(AcTake), When = nameof(LoadsOverWrite)), Defer<EvWrite>]
        [Ignore<EvFlush>, Ignore<EvSaved>]
        Loading,

        [On<EvRead>(nameof(AcAnswer)), On<EvWrite>(nameof(AcTake), Next = Dirty), On<EvEvict>(Next = Absent)]
        [Ignore<EvFlush>, Ignore<EvSaved>]
        [Refuse]
        Clean,

        [On<EvEvict>(Next = Absent, When = nameof(EvictsDirty)), Ignore<EvEvict>]
        [On<EvRead>(nameof(AcAnswer)), On<EvWrite>(nameof(AcTake))]
        [Ignore<EvFlush>, Ignore<EvSaved>]
        [Refuse]
        Unsaved,

        [Inside(Unsaved), Enter(nameof(AcPlanFlush)), On<EvFlush>(nameof(AcSave), Next = Saving)]
        Dirty,

        [Inside(Unsaved), On<EvSaved>(Next = Clean), On<EvWrite>(nameof(AcTake), Next = Overtaken)]
        Saving,

        [Inside(Unsaved), On<EvSaved>(Next = Clean, When = nameof(ForgetsOvertaking)), On<EvSaved>(Next = Dirty)]
        Overtaken,
    }

    private bool EvictsDirty() => Mistake == CacheMistake.EvictsDirty;

    private bool ForgetsOvertaking() => Mistake == CacheMistake.ForgetsOvertaking;

    private bool LoadsOverWrite() => Mistake == CacheMistake.LoadsOverWrite;

    private void AcTake(in EvWrite e)
    {
        _value = e.Value;
        Post(e.Author, new EvWritten());
    }

    private void AcPlanFlush() => Post(this, new EvFlush());

    private void AcSave() => Post(Store, new EvSave(this, _value));

    private void AcLoad(in EvRead e)
    {
        Post(Store, new EvLoad(this));
        Post(this, in e);
    }

    private void AcLoaded(in EvLoaded e) => _value = e.Value;

    private void AcAnswer(in EvRead e) => Post(e.Reader, new EvValue(_value));
}
