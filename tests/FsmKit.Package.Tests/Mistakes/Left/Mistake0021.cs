namespace Mistakes;

[GClass, Input<EvA>, Input<EvB>]
public sealed partial class Mistake0021(int size) : GObj
{
    private enum State
    {
        [Ignore<EvA>, Ignore<EvB>] One,
    }

    public int Size => size;
}
