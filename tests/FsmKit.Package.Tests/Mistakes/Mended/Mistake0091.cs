namespace Mistakes;

[GClass(Version = 1), Input<EvA>]
public sealed partial class Mistake0091 : GObj
{
    private enum State
    {
        [On<EvA>(nameof(AcA), When = nameof(IsFew)), Ignore<EvA>] One,
    }

    private int _n;

    private void AcA() => _n++;
    private bool IsFew() => _n < 3;
}
