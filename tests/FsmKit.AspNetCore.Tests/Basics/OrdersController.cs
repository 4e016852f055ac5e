using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace FsmKit.AspNetCore.Tests;

/// <summary>A controller with an API, a view and a filter.</summary>
[Route("mvc/orders")]
public class OrdersController : Controller
{
    /// <summary>An order of a form or of JSON.</summary>
    public sealed class Order
    {
        [Required, StringLength(5)]
        public string? Name { get; set; }

        [Range(1, 9)]
        public int Count { get; set; }
    }

    [HttpGet("{id:int}")]
    public ActionResult<Order> Find(int id) => id == 1 ? new Order { Name = "one", Count = 1 } : NotFound();

    [HttpPost]
    public IActionResult Make([FromBody] Order order) => ModelState.IsValid ? CreatedAtAction(nameof(Find), new { id = 1 }, order) : ValidationProblem(ModelState);

    [HttpGet("page")]
    public IActionResult Page() => View("Page", new Order { Name = "<b>", Count = 3 });

    [HttpPost("limited"), RequestSizeLimit(10)]
    public async Task<string> Limited()
    {
        using var reader = new StreamReader(Request.Body);
        return await reader.ReadToEndAsync();
    }

    public override void OnActionExecuted(ActionExecutedContext context) => Response.Headers["X-Filtered"] = "yes";
}
