namespace Mistakes;

[GClass, Input<EvC>]
public sealed partial class Mistake0069 : GObj
{
    private enum State
    {
        [On<EvC>(nameof(AcC), When = nameof(IsMuch))] One,
    }

    private void AcC() => Name.ToString();
    private bool IsMuch(in EvC e) => e.N > 3;
}
