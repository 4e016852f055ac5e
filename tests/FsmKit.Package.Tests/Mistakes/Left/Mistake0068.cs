namespace Mistakes;

[GClass, Input<EvC>]
public sealed partial class Mistake0068 : GObj
{
    private enum State
    {
        [On<EvC>(nameof(AcC), When = nameof(IsMuch)), On<EvC>(nameof(AcD), When = nameof(IsMore)), Refuse] One,
    }

    private void AcC() => Name.ToString();
    private void AcD() => Name.ToString();
    private bool IsMuch(in EvC e) => e.N > 3;
    private bool IsMore(in EvC e) => e.N > 5;
}
