namespace Mistakes;

[GClass, Input<EvA>, Input<EvB>]
public sealed partial class Mistake0021 : GObj
{
    private enum State
    {
        [Ignore<EvA>, Ignore<EvB>] One,
    }

    private Mistake0021(int size) => Size = size;

    public int Size { get; }
}
