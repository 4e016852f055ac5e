using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FsmKit.AspNetCore.Tests;

/// <summary>The model of the page Greeting.</summary>
public class GreetingModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = "World";

    [BindProperty]
    public string? Text { get; set; }

    public void OnPost() => Text = $"{Text}, it says.";
}
