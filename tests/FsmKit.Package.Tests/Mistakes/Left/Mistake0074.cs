namespace Mistakes;

[GClass, Input<EvA>]
public sealed partial class Mistake0074 : GObj
{
    private enum State
    {
        [On<EvA>(nameof(AcA), When = nameof(IsThird)), Ignore<EvA>] One,
    }

    private int _n;

    private void AcA() => Name.ToString();
    private bool IsThird() => ++_n == 3;
}
