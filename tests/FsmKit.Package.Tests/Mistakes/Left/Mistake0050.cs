namespace Mistakes;

[GClass(Version = 1), Input<EvA>, Input<EvB>]
public sealed partial class Mistake0050 : GObj
{
    private enum State
    {
        [Ignore<EvA>, Ignore<EvB>] One,
    }

    [Kept] private readonly int _n = 3;

    public int N => _n;
}
