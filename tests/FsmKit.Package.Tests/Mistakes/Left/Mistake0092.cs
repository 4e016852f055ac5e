namespace Mistakes;

[GClass, Input<EvLength>]
public sealed partial class Mistake0092 : GObj
{
    private enum State
    {
        [On<EvLength>(nameof(AcLength), Next = Two)] One,

        [After(nameof(_length), Next = One), Ignore<EvLength>] Two,
    }

    private TimeSpan _length;

    private void AcLength(in EvLength e) => _length = e.Length;
}
